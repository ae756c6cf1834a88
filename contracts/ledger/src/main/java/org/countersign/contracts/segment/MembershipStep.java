package org.countersign.contracts.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.serialization.CordaSerializable;

/** The decisions about a membership: by which command, from which standing to which. */
@CordaSerializable
public enum MembershipStep {
    /** The applicant becomes a member. */
    GRANT(new SegmentMembershipCommand.Grant(), MembershipStatus.GRANTED, MembershipStatus.ASKED),
    /** The applicant is turned down. */
    REFUSE(new SegmentMembershipCommand.Refuse(), MembershipStatus.REFUSED, MembershipStatus.ASKED),
    /** The member may for now neither propose nor receive. */
    SUSPEND(new SegmentMembershipCommand.Suspend(), MembershipStatus.SUSPENDED, MembershipStatus.GRANTED),
    /** The member may propose and receive again. */
    REINSTATE(new SegmentMembershipCommand.Reinstate(), MembershipStatus.GRANTED, MembershipStatus.SUSPENDED),
    /** The membership is over. */
    END(
            new SegmentMembershipCommand.End(),
            MembershipStatus.ENDED,
            MembershipStatus.GRANTED,
            MembershipStatus.SUSPENDED);

    private final SegmentMembershipCommand command;
    private final MembershipStatus after;
    private final Set<MembershipStatus> before;

    MembershipStep(SegmentMembershipCommand command, MembershipStatus after, MembershipStatus... before) {
        this.command = command;
        this.after = after;
        this.before = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(before)));
    }

    /** The step that a command stands for, or nothing if it stands for none. */
    static Optional<MembershipStep> of(Object command) {
        return Arrays.stream(values())
                .filter(step -> step.command.getClass() == command.getClass())
                .findFirst();
    }

    /** The command on the ledger. */
    public SegmentMembershipCommand command() {
        return command;
    }

    /** How it stands afterwards. */
    public MembershipStatus after() {
        return after;
    }

    /**
     * Whether the step can be taken.
     *
     * @param status how it stands before
     * @return whether the step leads on from there
     */
    public boolean leadsFrom(MembershipStatus status) {
        return before.contains(status);
    }
}
