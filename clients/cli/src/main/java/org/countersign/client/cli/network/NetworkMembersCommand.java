package org.countersign.client.cli.network;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code network members}: who is in the network, by the names that other commands take. Asks no node. */
@Command(name = "members")
public final class NetworkMembersCommand implements ClientCommand {
    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        Network chosen = network.in(session);
        List<Object> members = new ArrayList<>();
        Table table = new Table();
        for (Member member : chosen.members()) {
            members.add(new Fields()
                    .with("id", member.id())
                    .with("legalName", member.legalName())
                    .with("roles", member.roles())
                    .with("rpcAddress", member.rpcAddress())
                    .toMap());
            table.row(
                    member.id(),
                    String.join(", ", member.roles()),
                    member.legalName().toString());
        }
        List<String> lines = new ArrayList<>();
        lines.add("Network '" + chosen.name() + "', notary " + chosen.notary() + ":");
        lines.addAll(table.lines());
        Fields document = new Fields()
                .with("network", chosen.name())
                .with("notary", chosen.notary())
                .with("trustRoot", chosen.trustRoot().toString())
                .with("members", members);
        return Answer.of(document, lines);
    }
}
