/** Commands about what authorities decided: their journals. */
package org.countersign.client.cli.validation;
