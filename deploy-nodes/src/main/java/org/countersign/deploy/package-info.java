/**
 * The network launcher: the commands {@code up}, {@code down}, {@code status} and {@code logs}, which the launcher
 * script runs. Beneath it, {@code topology} reads what a network is to be, {@code founding} puts it on disk, and
 * {@code running} starts and watches its nodes.
 */
package org.countersign.deploy;
