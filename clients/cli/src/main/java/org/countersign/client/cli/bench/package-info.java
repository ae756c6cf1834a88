/** Measurements on a running network, so that what attestation costs is a figure and not a claim. */
package org.countersign.client.cli.bench;
