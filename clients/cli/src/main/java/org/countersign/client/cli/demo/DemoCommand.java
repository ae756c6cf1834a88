package org.countersign.client.cli.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.cli.rpc.NetworkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole story, from a network that is started for it to a proof that is checked without it. */
@Command(name = "demo")
public final class DemoCommand implements ClientCommand {
    private static final String SOURCE = "deploy-nodes/topologies/demo-data/acme.security";

    @Option(names = "--fresh")
    private boolean fresh;

    @Option(names = "--keep")
    private boolean keep;

    @Option(names = "--proof")
    private Path proof;

    @Mixin
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        PrintStream audience = output.json() ? session.err() : session.out();
        NetworkScript script = new NetworkScript(session.home(), audience);
        audience.println(
                "A network of ten nodes on this machine: a notary cluster of three custodians, one of whom vouches");
        audience.println(
                "for investors, three authorities who are also registrars, an issuing bank, two dealers, a regulator.");
        if (fresh) {
            script.run("up", "--fresh");
        } else {
            script.run("up");
        }
        // What a user has set must not lead the commands of the story to another network.
        Session here = session.on(session.startedLast());
        Network network = NetworkFile.read(session.startedLast());
        Path file = proof == null ? network.directory().resolve("demo-proof.json") : proof;
        Stage stage = new Stage(here, audience, Duration.ofSeconds(60));
        Path source = session.home().resolve(SOURCE);
        Story story = tell(stage, script, () -> new Story(stage, network, source), file);
        verify(stage, script, network, file);
        return answer(story, stage, file);
    }

    private Story tell(Stage stage, NetworkScript script, Supplier<Story> prepared, Path file) {
        try {
            Story story = prepared.get();
            story.tell(file);
            return story;
        } catch (RuntimeException broken) {
            if (!keep) {
                stage.tell("The story broke off; the network is stopped, its ledger and logs stay.");
                try {
                    script.run("down");
                } catch (RuntimeException stillUp) {
                    broken.addSuppressed(stillUp);
                }
            }
            throw broken;
        }
    }

    private void verify(Stage stage, NetworkScript script, Network network, Path file) {
        if (keep) {
            stage.chapter("The proof is checked. The network stays up, but the check does not ask it.");
        } else {
            stage.chapter("The network is switched off, and the proof is checked.");
            script.run("down");
        }
        String root = network.trustRoot().toString();
        stage.perform("proof", "verify", file.toString(), "--trust", root).done();
        stage.chapter("A forged copy, in which 100 units have become 900, is refused.");
        stage.perform("proof", "verify", Forgery.of(file).toString(), "--trust", root)
                .refused(FailureCode.PROOF_REFUSED);
    }

    private Answer answer(Story story, Stage stage, Path file) {
        List<String> next = new ArrayList<>();
        next.add("");
        next.add("Everything came out as told. The proof is in " + file + ".");
        next.add("");
        next.add("What to try next:");
        if (!keep) {
            next.add("  ./countersign up                          start the network again, with its ledger");
        }
        next.add("  ./countersign network members             who is there");
        next.add("  ./countersign security explain " + SOURCE);
        next.add("  ./countersign holdings --as dealer-b      what somebody holds");
        next.add("  ./countersign transfer " + story.symbol() + " 10 --to dealer-a --as dealer-b");
        next.add("  ./countersign status                      how the nodes are");
        next.add("  ./countersign down                        stop the network");
        Fields document = new Fields()
                .with("passed", true)
                .with("symbol", story.symbol())
                .with("proof", file.toString())
                .with("networkKept", keep)
                .with("steps", stage.record());
        return Answer.of(document, next);
    }
}
