package org.countersign.deploy.running;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countersign.deploy.Installation;
import org.countersign.deploy.founding.NodeDirectory;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.NodeResources;
import org.countersign.deploy.topology.Profile;

/** How the process of a node is started: the virtual machine, its arguments, its class path. */
final class NodeCommand {
    private final Installation installation;
    private final Profile profile;
    private final StateDirectory state;

    NodeCommand(Installation installation, Profile profile, StateDirectory state) {
        this.installation = installation;
        this.profile = profile;
        this.state = state;
    }

    /** Starts the process. It outlives this one, and does not notice when the terminal goes away. */
    Process start(Member member) throws IOException {
        NodeDirectory node = state.node(member);
        List<String> command = new ArrayList<>();
        // The shell writes down its own id and becomes the program, which so has that id.
        command.addAll(Arrays.asList("sh", "-c", "umask 077; echo $$ > \"$0\" && exec \"$@\""));
        command.add(node.getPidFile().toString());
        command.add("setsid");
        command.addAll(java(member, node));
        PrivateFiles.makeDirectories(node.getLogs());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(node.getPath().toFile())
                .redirectInput(Paths.get("/dev/null").toFile())
                .redirectOutput(node.getConsole().toFile())
                .redirectErrorStream(true);
        // Fewer arenas: the allocator would keep one of 64 MiB for each of the node's many threads.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    List<String> java(Member member, NodeDirectory node) throws IOException {
        NodeResources resources = member.getResources();
        List<String> command = new ArrayList<>(Arrays.asList(
                installation.getJava().toString(),
                NodeProcess.mark(node),
                "-Xmx" + (resources.getHeapBytes() >> 10) + "k",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Dlog4j.configurationFile=" + state.getLogSettings(),
                installation.getQuasarAgent()));
        if (profile == Profile.DEMONSTRATION) {
            // The optimising compiler would take two fifths of the processor time of a start. What it is good for comes
            // later, in networks that run for long.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(resources.getJvmArguments());
        command.add("-cp");
        command.add(classPath(member, node));
        command.add("net.corda.node.Corda");
        command.add("--base-directory=" + node.getPath());
        command.add("--no-local-shell");
        return command;
    }

    private String classPath(Member member, NodeDirectory node) throws IOException {
        String platform = new NodeClassPath(installation.getCapsule()).toString();
        return member.getResources().getDatabase().isPostgres()
                ? platform + ":" + node.getDrivers().resolve("*")
                : platform;
    }
}
