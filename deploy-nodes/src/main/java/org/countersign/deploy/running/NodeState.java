package org.countersign.deploy.running;

import java.util.Locale;

/** How a node fares, as far as can be seen from outside. */
enum NodeState {
    /** It has been stopped, or was never started. */
    STOPPED,
    /** Its process runs and is not ready yet. */
    STARTING,
    /** It accepts RPC connections. */
    READY,
    /** Its process has ended although nobody stopped it, or the machine was restarted. */
    DIED;

    String getLabel() {
        return name().toLowerCase(Locale.ROOT);
    }
}
