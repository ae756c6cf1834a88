package org.countersign.deploy.founding;

import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.countersign.deploy.Installation;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process in which the platform's node classes are loaded to found a network or to bring databases up to date.
 *
 * <p>A process of its own because those classes keep databases open, start threads that never end, leave settings for
 * the whole process behind that clash with an RPC client, and end the process when they are displeased. It tells its
 * parent on standard output how it fares, one {@link FoundingMessage} a line.
 */
public final class FoundingProcess {
    private static final Logger LOG = LoggerFactory.getLogger(FoundingProcess.class);

    private final PrintStream parent;

    private FoundingProcess(PrintStream parent) {
        this.parent = parent;
    }

    /**
     * Runs the process.
     *
     * @param arguments {@code found} or {@code migrate}, topology file, parent of the state directory, and for
     *     {@code migrate} the ids of members
     */
    public static void main(String[] arguments) {
        FoundingProcess process = new FoundingProcess(System.out);
        int exitCode = process.run(Arrays.asList(arguments));
        // Explicitly: the classes of the node have left threads behind.
        System.exit(exitCode);
    }

    private int run(List<String> arguments) {
        try {
            Path file = Paths.get(arguments.get(1));
            Topology topology = Topology.read(file);
            StateDirectory state = StateDirectory.of(Paths.get(arguments.get(2)), topology.getName());
            Installation installation = Installation.ofThisProcess();
            if ("found".equals(arguments.get(0))) {
                new NetworkFounder(installation, topology, state, this::progress).found();
            } else {
                NodeDatabases databases = new NodeDatabases(CordappSet.in(installation.getCordapps()));
                for (String id : arguments.subList(3, arguments.size())) {
                    Member member = topology.member(id);
                    progress("bringing the database of " + id + " up to its CorDapps");
                    databases.update(member, state.node(member));
                }
            }
            return 0;
        } catch (OperatorException e) {
            tell(FoundingMessage.problem(e));
            LOG.error("The operator is told", e);
        } catch (Exception e) {
            tell(FoundingMessage.problem(new OperatorException(
                    OperatorException.Code.FOUNDING_FAILED,
                    "The network could not be founded: " + e + ".",
                    "The log beside the state directory has the details.",
                    e)));
            LOG.error("Unforeseen", e);
        }
        return 1;
    }

    private void progress(String text) {
        tell(FoundingMessage.progress(text));
    }

    private void tell(FoundingMessage message) {
        parent.println(message.toLine());
        parent.flush();
    }
}
