/**
 * The running network: processes of nodes, whether they answer, what they log, how they are stopped, and the file that
 * tells clients where they are.
 */
package org.countersign.deploy.running;
