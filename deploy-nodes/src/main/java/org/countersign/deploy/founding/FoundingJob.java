package org.countersign.deploy.founding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.countersign.deploy.Installation;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Member;

/** Has the founding process do something and waits for it. */
public final class FoundingJob {
    private final Installation installation;
    private final Path topologyFile;
    private final StateDirectory state;
    private final Consumer<String> progress;

    /**
     * For one network.
     *
     * @param installation what to run
     * @param topologyFile the file that describes the network
     * @param state where it is or will be
     * @param progress told what the process is about
     */
    public FoundingJob(Installation installation, Path topologyFile, StateDirectory state, Consumer<String> progress) {
        this.installation = installation;
        this.topologyFile = topologyFile.toAbsolutePath();
        this.state = state;
        this.progress = progress;
    }

    /**
     * Founds the network, in the place of one that may be there.
     *
     * @throws IOException if the process cannot be run
     * @throws InterruptedException if this thread is interrupted
     */
    public void found() throws IOException, InterruptedException {
        run("found", Collections.emptyList());
    }

    /**
     * Brings the databases of nodes that do not run up to their CorDapps.
     *
     * @param members whose
     * @throws IOException if the process cannot be run
     * @throws InterruptedException if this thread is interrupted
     */
    public void migrate(Collection<Member> members) throws IOException, InterruptedException {
        run("migrate", members.stream().map(Member::getId).collect(Collectors.toList()));
    }

    private void run(String verb, List<String> ids) throws IOException, InterruptedException {
        Path log = state.getParent().resolve(state.getName() + ".founding-log");
        List<String> command = new ArrayList<>(Arrays.asList(
                installation.getJava().toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcountersign.home=" + installation.getHome(),
                "-Dlog-path=" + log,
                "-Dlog4j.configurationFile=classpath:org/countersign/deploy/founding/node-log4j2.xml",
                "-cp",
                System.getProperty("java.class.path"),
                FoundingProcess.class.getName(),
                verb,
                topologyFile.toString(),
                state.getParent().toString()));
        command.addAll(ids);
        Process process = new ProcessBuilder(command)
                .redirectInput(
                        ProcessBuilder.Redirect.from(Paths.get("/dev/null").toFile()))
                .redirectErrorStream(true)
                .start();
        Thread abandon = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(abandon);
        try {
            OperatorException problem = listen(process);
            if (process.waitFor() != 0) {
                throw problem != null
                        ? problem
                        : new OperatorException(
                                OperatorException.Code.FOUNDING_FAILED,
                                "The process that founds the network has ended with exit code " + process.exitValue()
                                        + ".",
                                "See " + log + ".");
            }
        } finally {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(abandon);
        }
    }

    private OperatorException listen(Process process) throws IOException {
        OperatorException problem = null;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                Optional<FoundingMessage> message = FoundingMessage.parse(line);
                if (message.isPresent() && message.get().getProblem().isPresent()) {
                    problem = message.get().getProblem().get();
                } else {
                    message.ifPresent(told -> progress.accept(told.getText()));
                }
                line = lines.readLine();
            }
        }
        return problem;
    }
}
