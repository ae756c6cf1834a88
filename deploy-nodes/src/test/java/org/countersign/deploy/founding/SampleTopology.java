package org.countersign.deploy.founding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.deploy.topology.Topology;

/** A small topology for tests. */
final class SampleTopology {
    static final String TEXT = "name = sample\n"
            + "ports { first = 20000, step = 10 }\n"
            + "members = [\n"
            + "  { id = custodian, legalName = \"O=Custodian,L=London,C=GB\", roles = [custodian] }\n"
            + "  { id = judge, legalName = \"O=Judge,L=London,C=GB\", roles = [authority, registrar] }\n"
            + "  { id = bank, legalName = \"O=Bank,L=London,C=GB\", roles = [issuer] }\n"
            + "  { id = umpire, legalName = \"O=Umpire,L=London,C=GB\", roles = [authority] }\n"
            + "]\n"
            + "notary { kind = simple, serviceLegalName = \"O=Notary,L=London,C=GB\", members = [custodian] }\n"
            + "committees = [{ name = identity, aspect = IDENTITY, members = [{ id = judge, weight = 1 },"
            + " { id = umpire, weight = 1 }],"
            + " threshold = 1, attestationValidity = 10 minutes }]\n"
            + "admittedHolders = [bank]\n"
            + "cashIssuers = [bank]\n";

    private SampleTopology() {}

    static Topology in(Path directory) throws IOException {
        return in(directory, TEXT);
    }

    static Topology in(Path directory, String text) throws IOException {
        Path file = directory.resolve("sample.conf");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return Topology.read(file);
    }
}
