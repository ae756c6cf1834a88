package org.countersign.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.serialization.DeprecatedConstructorForDeserialization;
import net.corda.core.serialization.SerializationContext;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.serialization.SerializedBytes;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.compliance.CompliancePolicies;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.control.Measures;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatusListCommand;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.contracts.identity.TrustedProvidersCommand;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.contracts.ownership.ConsistencyProof;
import org.countersign.contracts.ownership.InclusionProof;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.contracts.ownership.SecurityRegister;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.AdmissionPolicy;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.PermittedSecurities;
import org.countersign.contracts.segment.SegmentCommand;
import org.countersign.contracts.segment.SegmentMembershipCommand;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.contracts.segment.Segments;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.contracts.validation.ValidationReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands on the ledger comes back as it was, and in the same bytes: the transaction's id depends on them. */
class SerializationTest extends LedgerTest {
    /** Freeze("why") and Pause(the epoch, "why") as they were written before commands had an order. */
    private static final String FORMER_FREEZE =
            "Y29yZGEBAAAAgMViAAAAAAAB0AAAAb8AAAADAKMibmV0LmNvcmRhOmF0SjF5WFlWSjFBWENMRTBsN2dhQ1E9PcAGAa"
                    + "EDd2h5AIDFYgAAAAAAAtAAAAFyAAAAAdAAAAFpAAAAAgCAxWIAAAAAAAXAyQWhRW9yZy5jb3VudGVyc2lnbi5jb250"
                    + "cmFjdHMuZGVmaW5pdGlvbi5TZWN1cml0eURlZmluaXRpb25Db21tYW5kJEZyZWV6ZUDAJwGhJG5ldC5jb3JkYS5jb3"
                    + "JlLmNvbnRyYWN0cy5Db21tYW5kRGF0YQCAxWIAAAAAAAPAJgKjIm5ldC5jb3JkYTphdEoxeVhZVkoxQVhDTEUwbDdn"
                    + "YUNRPT1AwCMBAIDFYgAAAAAABMAWB6EGcmVhc29uoQZzdHJpbmdFQEBCQgCAxWIAAAAAAAXAhAWhJG5ldC5jb3JkYS"
                    + "5jb3JlLmNvbnRyYWN0cy5Db21tYW5kRGF0YUDAJwGhJG5ldC5jb3JkYS5jb3JlLmNvbnRyYWN0cy5Db21tYW5kRGF0"
                    + "YQCAxWIAAAAAAAPAJgKjIm5ldC5jb3JkYTpmcTZSUC9mM3RqRGhvajBZeDZpcEFnPT1ARQCAxWIAAAAAAAnBAQA=";

    private static final String FORMER_PAUSE =
            "Y29yZGEBAAAAgMViAAAAAAAB0AAAAg8AAAADAKMibmV0LmNvcmRhOnQvQWhOdkV5OUdJOWlWQzhkNGJDVXc9PcArAq"
                    + "EDd2h5AKMbbmV0LmNvcmRhOmphdmEudGltZS5JbnN0YW50wAUCVQBUAACAxWIAAAAAAALQAAABnQAAAAHQAAABlAAA"
                    + "AAIAgMViAAAAAAAFwPQFoURvcmcuY291bnRlcnNpZ24uY29udHJhY3RzLmRlZmluaXRpb24uU2VjdXJpdHlEZWZpbm"
                    + "l0aW9uQ29tbWFuZCRQYXVzZUDAJwGhJG5ldC5jb3JkYS5jb3JlLmNvbnRyYWN0cy5Db21tYW5kRGF0YQCAxWIAAAAA"
                    + "AAPAJgKjIm5ldC5jb3JkYTp0L0FoTnZFeTlHSTlpVkM4ZDRiQ1V3PT1AwE8CAIDFYgAAAAAABMAWB6EGcmVhc29uoQ"
                    + "ZzdHJpbmdFQEBCQgCAxWIAAAAAAATAIAehBXVudGlsoRFqYXZhLnRpbWUuSW5zdGFudEVAQEJCAIDFYgAAAAAABcCE"
                    + "BaEkbmV0LmNvcmRhLmNvcmUuY29udHJhY3RzLkNvbW1hbmREYXRhQMAnAaEkbmV0LmNvcmRhLmNvcmUuY29udHJhY3"
                    + "RzLkNvbW1hbmREYXRhAIDFYgAAAAAAA8AmAqMibmV0LmNvcmRhOmZxNlJQL2YzdGpEaG9qMFl4NmlwQWc9PUBFAIDF"
                    + "YgAAAAAACcEBAA==";

    private static final ValidationReport REPORT = new ValidationReport(
            SecureHash.sha256("a transfer"),
            Aspect.RISK,
            Collections.singletonList(new Finding(
                    "risk.limit",
                    FindingResult.NOT_MET,
                    "LIMIT_EXCEEDED",
                    "The limit would be exceeded.",
                    Collections.singletonList(new Figure("exposure", new BigDecimal("1.5"), "GBP")))));

    private static final PinnedRules PINS =
            new PinnedRules(SecureHash.sha256("a source"), SecureHash.sha256("a jar"), 1);

    static Stream<Object> objects() {
        SecurityDefinitionState definition = ACME.getState().getData();
        SecurityTerms bare = new SecurityTerms(
                "ACME", null, "ACME", "EUR", TERMS.getDenomination(), TERMS.getAuthorisedQuantity(), 6);
        return Stream.of(
                new Isin("US0378331005"),
                TERMS,
                bare,
                POLICY,
                POLICY.ownership(),
                definition,
                definition.withStatus(SecurityStatus.FROZEN, "Order 17"),
                IDENTITY.getState().getData(),
                IDENTITY.getState().getData().reformed(Cast.OWNERSHIP_TERMS),
                Cast.OWNERSHIP_TERMS,
                Cast.OWNERSHIP_TERMS.getMembers().get(0),
                holding(ACME, 5, DEALER_A),
                new SecurityToken(holding(ACME, 5, DEALER_A).getAmount(), DEALER_A),
                SecurityDefinitionState.registered(Cast.ISSUER, TERMS, POLICY, CompliancePolicies.SMALL_AND_LATE),
                SecurityDefinitionState.registered(Cast.ISSUER, TERMS, POLICY, CompliancePolicies.SMALL_AND_LATE, PINS),
                PINS,
                holding(ACME, 5, DEALER_A)
                        .withNewHolder(new AnonymousParty(TestNode.keys(5).getPublic())),
                attest(REGISTRARS, Operation.TRANSFER, ACME.getRef()).getValue(),
                attest(REGISTRARS, Operation.DEFINE, null).getValue(),
                new SecurityDefinitionCommand.Register(),
                new SecurityDefinitionCommand.Freeze(Measures.ORDER),
                new SecurityDefinitionCommand.Unfreeze(Measures.ORDER),
                new SecurityDefinitionCommand.Pause(Instant.EPOCH, Measures.ORDER),
                definition.withPause(Instant.EPOCH, "why"),
                Measures.ORDER,
                Measures.partialFreeze(),
                new ControlCommand.Release(Measures.SECURITY, Cast.key(DEALER_A), Measures.SECURITY, Measures.ORDER),
                Measures.forceTransfer(TestNode.keys(5).getPublic(), 7),
                new ControlCommand.ForceRedeem(Measures.SECURITY, Cast.key(DEALER_A), 7, Measures.ORDER),
                new ControlCommand.Recover(Measures.SECURITY, Measures.LOST_KEY, Measures.NEW_KEY, Measures.LOSS),
                Measures.ordered(Measures.partialFreeze()),
                REPORT,
                new ReportSeal(
                        REPORT.getTransactionId(),
                        Aspect.RISK,
                        true,
                        REPORT.digest(),
                        REPORT.digest(),
                        TestNode.keys(5).getPublic(),
                        new OpaqueBytes(new byte[] {1, 2})),
                Segments.segment(),
                Segments.segment().amended(Segments.openTerms(), Collections.emptyList()),
                Segments.membership(),
                Segments.membership().getStanding(),
                Segments.membership().getEvidence().get(0),
                new SegmentCommand.Establish(),
                new SegmentMembershipCommand.Grant(),
                new CommitteeCommand.Form(),
                new TrustedProvidersCommand.Establish(),
                TrustedProvidersState.established(
                        IDENTITY.getState().getData(),
                        Collections.singletonList(
                                new AcceptedProvider(DEALER_A, Collections.singletonList(ClaimKind.KYC)))),
                new CredentialStatusListCommand.Withdraw(),
                CredentialStatusListState.opened(DEALER_A, 1, 1_024),
                new CommitteeCommand.Reform(),
                line(),
                line().ended(SecureHash.sha256("end")),
                SecurityRegister.rootsOf(Collections.singletonList(line())),
                new InclusionProof(0, 2, Collections.singletonList(SecureHash.sha256("beside"))),
                new ConsistencyProof(1, 2, Collections.singletonList(SecureHash.sha256("beside"))));
    }

    private static RegisterLine line() {
        return new RegisterLine(
                SecureHash.sha256("a security"),
                ACME.getRef(),
                TestNode.keys(5).getPublic(),
                7,
                Instant.ofEpochMilli(1_000),
                null);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void whatStandsOnTheLedgerComesBackAsItWas(Object original) {
        Object restored = read(write(original), original.getClass());
        assertThat(restored).isEqualTo(original).hasSameHashCodeAs(original).hasToString(original.toString());
        assertThat(write(restored)).isEqualTo(write(original));
    }

    static Stream<Class<?>> classes() {
        return Stream.of(
                Isin.class,
                SecurityTerms.class,
                PinnedRules.class,
                SecurityDefinitionState.class,
                SecurityDefinitionCommand.Freeze.class,
                SecurityDefinitionCommand.Unfreeze.class,
                SecurityDefinitionCommand.Pause.class,
                ControlOrder.class,
                ControlCommand.Freeze.class,
                ControlCommand.Release.class,
                ControlCommand.ForceTransfer.class,
                ControlCommand.ForceRedeem.class,
                ControlCommand.Recover.class,
                HoldingFreezeState.class,
                CommitteeMember.class,
                CommitteeTerms.class,
                CommitteeState.class,
                SecurityToken.class,
                AcceptedProvider.class,
                TrustedProvidersState.class,
                CredentialStatusListState.class,
                AspectRequirement.class,
                ValidationPolicy.class,
                Attest.class,
                RegisterLine.class,
                RegisterRoots.class,
                InclusionProof.class,
                ConsistencyProof.class,
                Figure.class,
                Finding.class,
                ValidationReport.class,
                ReportSeal.class,
                AdmissionCondition.class,
                AdmissionPolicy.class,
                PermittedSecurities.class,
                CrossSegmentRules.class,
                SegmentTerms.class,
                SegmentState.class,
                MembershipEvidence.class,
                MembershipStanding.class,
                SegmentMembershipState.class);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void everyConstructorParameterHasAGetterOfItsName(Class<?> type) throws Exception {
        // Others are for what stands on the ledger from before a parameter was added.
        List<Constructor<?>> current = Stream.of(type.getConstructors())
                .filter(each -> !each.isAnnotationPresent(DeprecatedConstructorForDeserialization.class))
                .collect(Collectors.toList());
        assertThat(current).hasSize(1);
        Constructor<?> constructor = current.get(0);
        for (Parameter parameter : constructor.getParameters()) {
            assertThat(parameter.isNamePresent()).isTrue();
            String name = parameter.getName();
            String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            assertThat(type.getMethod(getter).getReturnType()).isEqualTo(parameter.getType());
        }
    }

    @Test
    @DisplayName("A freeze and a pause from before there were orders are read, with the reason that they had")
    void changesOfStatusWithoutAnOrderAreRead() {
        SecurityDefinitionCommand.Freeze freeze = old(FORMER_FREEZE, SecurityDefinitionCommand.Freeze.class);
        assertThat(freeze.getOrder()).isNull();
        assertThat(freeze)
                .isEqualTo(new SecurityDefinitionCommand.Freeze("why"))
                .hasToString("Freeze(why)");
        SecurityDefinitionCommand.Pause pause = old(FORMER_PAUSE, SecurityDefinitionCommand.Pause.class);
        assertThat(pause.getOrder()).isNull();
        assertThat(pause).isEqualTo(new SecurityDefinitionCommand.Pause(Instant.EPOCH, "why"));
    }

    private static <T> T old(String bytes, Class<T> type) {
        return read(new SerializedBytes<>(Base64.getDecoder().decode(bytes)), type);
    }

    private static SerializedBytes<Object> write(Object object) {
        return SerializationFactory.Companion.getDefaultFactory().serialize(object, context());
    }

    private static <T> T read(SerializedBytes<Object> bytes, Class<T> type) {
        return SerializationFactory.Companion.getDefaultFactory().deserialize(bytes, type, context());
    }

    private static SerializationContext context() {
        return SerializationFactory.Companion.getDefaultFactory().getDefaultContext();
    }
}
