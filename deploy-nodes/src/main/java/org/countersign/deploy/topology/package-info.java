/**
 * The topology file: which members a network has, where they listen, what they store their state in, who is its notary
 * and who sits on its committees. Its format is described in {@code docs/reference/topology.md}.
 */
package org.countersign.deploy.topology;
