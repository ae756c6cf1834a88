package org.countersign.flowtests;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import net.corda.testing.node.MockNetwork;
import net.corda.testing.node.MockNodeParameters;
import net.corda.testing.node.StartedMockNode;
import net.corda.testing.node.internal.InternalMockNetwork;
import net.corda.testing.node.internal.InternalMockNodeParameters;
import net.corda.testing.node.internal.TestStartedNode;

/**
 * Restarts nodes of a network in one JVM, which the platform's in-JVM network can do and its public face does not show.
 */
final class MockNodes {
    private MockNodes() {}

    /** Stops a node if it runs, and starts it on the same database and identity. */
    static StartedMockNode restart(MockNetwork network, StartedMockNode node, MockNodeParameters parameters) {
        InternalMockNetwork inner = (InternalMockNetwork) read(network, "internalMockNetwork");
        TestStartedNode restarted = inner.restartNode(
                (TestStartedNode) read(node, "node"),
                new InternalMockNodeParameters(parameters),
                inner.getDefaultFactory());
        try {
            Constructor<StartedMockNode> constructor =
                    StartedMockNode.class.getDeclaredConstructor(TestStartedNode.class);
            constructor.setAccessible(true);
            return constructor.newInstance(restarted);
        } catch (ReflectiveOperationException changed) {
            throw changed(changed);
        }
    }

    private static Object read(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException changed) {
            throw changed(changed);
        }
    }

    private static AssertionError changed(ReflectiveOperationException cause) {
        return new AssertionError("The platform's in-JVM network has changed", cause);
    }
}
