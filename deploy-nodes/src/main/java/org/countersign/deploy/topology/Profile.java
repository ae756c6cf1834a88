package org.countersign.deploy.topology;

/** How strict the launcher is with a network. */
public enum Profile {
    /** For trying things out: CorDapps may be signed by the key that the build generates on this machine. */
    DEMONSTRATION,
    /** For business: CorDapps that are signed by a demonstration key are refused. */
    PRODUCTION
}
