package org.countersign.client.cli.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Network files for tests. */
public final class Networks {
    private static final String MEMBER = """
            {"id":"%s","legalName":"O=%s,L=London,C=GB","roles":["%s"],
             "rpcAddress":"127.0.0.1:%d","rpcUser":"operator","rpcPasswordFile":"%s"}""";
    private static final String NETWORK = """
            {"format":"countersign-network/1","name":"demo","directory":"%s",
             "trustRoot":"%s","notary":"O=Notary Cluster,L=London,C=GB",
             "members":[%s],"committees":[{"name":"identity","aspect":"IDENTITY"}]}
            """;

    private Networks() {}

    /** Writes the file of a network whose nodes do not run; ports count from 1 in the order of members. */
    public static Path file(Path directory) throws IOException {
        String[][] members = {
            {"dealer-a", "Dealer A", "dealer"},
            {"dealer-b", "Dealer B", "dealer"},
            {"issuer-bank", "Issuer Bank", "issuer"},
            {"regulator", "Regulator", "regulator"},
            {"authority-1", "Authority One", "authority"},
            {"custodian-1", "Custodian One", "notary"},
        };
        Path password = Files.writeString(directory.resolve("rpc-password"), "secret\n");
        List<String> written = new ArrayList<>();
        for (String[] member : members) {
            written.add(String.format(MEMBER, member[0], member[1], member[2], written.size() + 1, password));
        }
        return Files.writeString(
                directory.resolve("network.json"),
                String.format(NETWORK, directory, directory.resolve("root.pem"), String.join(",\n", written)));
    }
}
