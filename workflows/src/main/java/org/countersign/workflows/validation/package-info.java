/**
 * How a transaction is put before authorities: what an aspect's authorities get to see, the question, the answer, and
 * the round in which all members are asked at once and a quorum is enough.
 *
 * <p>The answering side of every aspect but ownership lives in {@code org.countersign.oracles}.
 */
package org.countersign.workflows.validation;
