package org.countersign.deploy.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What the process of a node gets: memory, database, further arguments for its virtual machine. */
public final class NodeResources {
    private final long heapBytes;
    private final Database database;
    private final List<String> jvmArguments;

    NodeResources(long heapBytes, Database database, List<String> jvmArguments) {
        this.heapBytes = heapBytes;
        this.database = Objects.requireNonNull(database, "database");
        this.jvmArguments = Collections.unmodifiableList(new ArrayList<>(jvmArguments));
    }

    /** The greatest size of the Java heap, in bytes. */
    public long getHeapBytes() {
        return heapBytes;
    }

    /** Where the node keeps its state. */
    public Database getDatabase() {
        return database;
    }

    /** Arguments for the virtual machine that come after the launcher's own, and so can overrule them. */
    public List<String> getJvmArguments() {
        return jvmArguments;
    }
}
