package org.countersign.deploy.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Member;

/** Ends the processes of nodes: all are asked at once, and then made to. */
final class NodeStopper {
    private final StateDirectory state;

    NodeStopper(StateDirectory state) {
        this.state = state;
    }

    /** Returns when none of the nodes runs any more; gives the members whose nodes had to be ended by force. */
    List<Member> stop(Collection<Member> members) throws IOException, InterruptedException {
        List<NodeProcess> processes = new ArrayList<>();
        for (Member member : members) {
            NodeProcess process = new NodeProcess(member, state.node(member));
            process.askToEnd();
            processes.add(process);
        }
        List<Member> forced = new ArrayList<>();
        for (NodeProcess process : processes) {
            if (process.awaitEnd()) {
                forced.add(process.getMember());
            }
        }
        return forced;
    }
}
