package org.countersign.flowtests;

import net.corda.core.flows.FlowLogic;

/** Of two responders to one flow a node takes the one with more ancestors: a test's, if it extends this. */
abstract class PreferredResponder extends FlowLogic<Void> {}
