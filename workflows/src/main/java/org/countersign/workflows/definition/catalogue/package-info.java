/**
 * The catalogue: what issuers publish of their securities, kept by the registrars in tables of their own, and searched
 * by every member. A definition is asked for elsewhere; nothing of it that is not published comes in here.
 */
package org.countersign.workflows.definition.catalogue;
