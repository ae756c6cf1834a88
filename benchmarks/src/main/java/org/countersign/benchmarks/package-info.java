/** What is measured with JMH: how fast policies are judged and compiled. Nothing here is shipped. */
package org.countersign.benchmarks;
