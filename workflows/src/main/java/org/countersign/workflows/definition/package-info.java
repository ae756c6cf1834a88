/** Securities' definitions in flows: registering one, changing its status, and finding what is current. */
package org.countersign.workflows.definition;
