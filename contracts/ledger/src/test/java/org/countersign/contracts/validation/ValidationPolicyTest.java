package org.countersign.contracts.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.countersign.contracts.segment.Segment;

class ValidationPolicyTest {
    private static final UniqueIdentifier REGISTRARS = new UniqueIdentifier("registrars");
    private static final UniqueIdentifier IDENTITY = new UniqueIdentifier("identity");
    private static final AspectRequirement OWNERSHIP =
            new AspectRequirement(Aspect.OWNERSHIP, REGISTRARS, EnumSet.allOf(Operation.class));

    private static AspectRequirement identity(Set<Operation> operations) {
        return new AspectRequirement(Aspect.IDENTITY, IDENTITY, operations);
    }

    @Property
    void anOperationNeedsOwnershipAndWhatElseNamesIt(
            @ForAll @NotEmpty Set<Operation> operations, @ForAll Operation operation) {
        ValidationPolicy policy =
                new ValidationPolicy(Segment.WHOLE_NETWORK, Arrays.asList(identity(operations), OWNERSHIP));
        List<Aspect> aspects = policy.requirementsFor(operation).stream()
                .map(AspectRequirement::getAspect)
                .collect(Collectors.toList());
        assertThat(aspects).contains(Aspect.OWNERSHIP);
        assertThat(aspects.contains(Aspect.IDENTITY)).isEqualTo(operations.contains(operation));
    }

    @Property
    void aPolicyWhoseOwnershipLacksAnOperationIsRefused(@ForAll @NotEmpty Set<Operation> operations) {
        AspectRequirement ownership = new AspectRequirement(Aspect.OWNERSHIP, REGISTRARS, operations);
        if (operations.containsAll(EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION))) {
            assertThat(new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.singletonList(ownership)).ownership())
                    .isEqualTo(ownership);
        } else {
            assertThatThrownBy(() -> new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.singletonList(ownership)))
                    .hasMessageContaining("must demand OWNERSHIP for every operation");
        }
    }

    @Property
    void aMeasureIsGrantedByNamingItForOwnership(@ForAll Set<Operation> more, @ForAll Operation operation) {
        Set<Operation> named = EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION);
        named.addAll(more);
        ValidationPolicy policy = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Arrays.asList(
                        new AspectRequirement(Aspect.OWNERSHIP, REGISTRARS, named),
                        identity(EnumSet.allOf(Operation.class))));
        assertThat(policy.grants(operation)).isEqualTo(named.contains(operation));
    }

    @Example
    void aPolicyWithoutOwnershipIsRefused() {
        assertThatThrownBy(() -> new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.emptyList()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ValidationPolicy(
                        Segment.WHOLE_NETWORK, Collections.singletonList(identity(EnumSet.allOf(Operation.class)))))
                .hasMessageContaining("must demand OWNERSHIP for every operation");
    }

    @Example
    void anAspectTwiceIsRefused() {
        AspectRequirement identity = identity(EnumSet.of(Operation.ISSUE));
        assertThatThrownBy(() -> new ValidationPolicy(
                        Segment.WHOLE_NETWORK,
                        Arrays.asList(identity, OWNERSHIP, identity(EnumSet.of(Operation.TRANSFER)))))
                .hasMessageContaining("names IDENTITY twice");
        assertThatThrownBy(() -> new ValidationPolicy(Segment.WHOLE_NETWORK, Arrays.asList(OWNERSHIP, OWNERSHIP)))
                .hasMessageContaining("names OWNERSHIP twice");
    }

    @Example
    void aRequirementWithoutOperationsIsRefused() {
        assertThatThrownBy(() -> identity(EnumSet.noneOf(Operation.class))).hasMessageContaining("names no operation");
    }

    @Example
    void aPolicyDoesNotFollowTheListThatItWasMadeOf() {
        List<AspectRequirement> list = new ArrayList<>(Collections.singletonList(OWNERSHIP));
        ValidationPolicy policy = new ValidationPolicy(Segment.WHOLE_NETWORK, list);
        list.add(identity(EnumSet.of(Operation.ISSUE)));
        assertThat(policy.getRequirements()).containsExactly(OWNERSHIP);
        assertThatThrownBy(() -> policy.getRequirements().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Example
    void requirementsWithOtherDigestsAreNotEqual() {
        UniqueIdentifier sameUuid = new UniqueIdentifier("other", REGISTRARS.getId());
        AspectRequirement other = new AspectRequirement(Aspect.OWNERSHIP, sameUuid, EnumSet.allOf(Operation.class));
        assertThat(other).isNotEqualTo(OWNERSHIP);
        assertThat(new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.singletonList(other)))
                .isNotEqualTo(new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.singletonList(OWNERSHIP)));
    }

    @Example
    void anAspectThatIsNotNamedHasNoRequirement() {
        ValidationPolicy policy = new ValidationPolicy(Segment.WHOLE_NETWORK, Collections.singletonList(OWNERSHIP));
        assertThat(policy.requirementOf(Aspect.IDENTITY)).isEmpty();
        assertThat(policy.requirementOf(Aspect.OWNERSHIP)).contains(OWNERSHIP);
    }
}
