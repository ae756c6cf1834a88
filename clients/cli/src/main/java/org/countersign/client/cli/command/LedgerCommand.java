package org.countersign.client.cli.command;

import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that runs on a member's node, in that member's name. */
public abstract class LedgerCommand implements ClientCommand {
    @Option(names = "--as", required = true)
    private String self;

    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public final Answer answer(Session session) {
        Network chosen = network.in(session);
        Member member = chosen.member(self);
        return Ledger.of(session, chosen, member, prepare(chosen));
    }

    /**
     * Checks everything that can be checked without a node.
     *
     * @param chosen the network that the command is for
     * @return what is left to do on the node
     * @throws org.countersign.client.cli.answer.Failure if an argument is wrong
     */
    protected abstract LedgerWork prepare(Network chosen);
}
