package org.countersign.client.cli.holding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.validation.Exhibit;
import org.countersign.workflows.validation.PresentedEvidence;
import picocli.CommandLine.Option;

/** What a proposer shows the authorities of one aspect beside a transaction: {@code --evidence ASPECT:KIND:FILE}. */
final class EvidenceOptions {
    private static final int PARTS = 3;
    private static final String REMEDY =
            "Write ASPECT:KIND:FILE, for example CAPITAL:application/pdf:own-funds.pdf; aspects are "
                    + Arrays.stream(Aspect.values())
                            .filter(aspect -> aspect != Aspect.OWNERSHIP)
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))
                    + ".";

    @Option(names = "--evidence")
    private List<String> evidence = new ArrayList<>();

    /** The exhibits, their files read; empty if there are none. */
    List<Exhibit> exhibits() {
        return evidence.stream().map(EvidenceOptions::exhibit).collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * What a flow is started with: a flow cannot be started by RPC with an argument that is null, so what is not there
     * is left out, and so are exhibits if there are none.
     */
    static Object[] arguments(List<Exhibit> exhibits, Object... others) {
        List<Object> all = new ArrayList<>(Arrays.asList(others));
        all.removeIf(Objects::isNull);
        if (!exhibits.isEmpty()) {
            all.add(exhibits);
        }
        return all.toArray();
    }

    private static Exhibit exhibit(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            throw new Failure(FailureCode.ARGUMENT_WRONG, "'" + text + "' is no evidence.", REMEDY);
        }
        Aspect aspect = Arrays.stream(Aspect.values())
                .filter(known -> known.name().equals(parts[0]) && known != Aspect.OWNERSHIP)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        FailureCode.ARGUMENT_WRONG, "Nobody takes evidence for '" + parts[0] + "'.", REMEDY));
        return new Exhibit(aspect, new PresentedEvidence(parts[1], content(parts[2])));
    }

    private static OpaqueBytes content(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > 0 && Files.size(path) <= PresentedEvidence.LARGEST_BYTES) {
                return new OpaqueBytes(Files.readAllBytes(path));
            }
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The evidence '" + file + "' has " + Files.size(path) + " bytes.",
                    "Give a file of 1 to " + PresentedEvidence.LARGEST_BYTES + " bytes.");
        } catch (IOException | InvalidPathException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The evidence '" + file + "' cannot be read.",
                    "Give a file that is there and that you may read.",
                    e);
        }
    }
}
