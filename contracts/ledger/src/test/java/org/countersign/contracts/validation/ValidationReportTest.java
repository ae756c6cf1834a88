package org.countersign.contracts.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.Cast;
import org.countersign.contracts.TestNode;
import org.junit.jupiter.api.Test;

class ValidationReportTest {
    private static final SecureHash TRANSACTION = SecureHash.sha256("a transfer");
    private static final Figure EXPOSURE = new Figure("exposure", new BigDecimal("10.50"), "GBP");
    private static final Finding MET = finding(FindingResult.MET, EXPOSURE);

    private static Finding finding(FindingResult result, Figure... figures) {
        return new Finding(
                "risk.limit", result, "WITHIN_LIMIT", "The exposure is within its limit.", Arrays.asList(figures));
    }

    private static ValidationReport report(Finding... findings) {
        return new ValidationReport(TRANSACTION, Aspect.RISK, Arrays.asList(findings));
    }

    @Test
    void aReportPassesOnlyIfItFoundSomethingAndNothingStandsInTheWay() {
        assertThat(report(MET).isPassed()).isTrue();
        assertThat(report(MET, finding(FindingResult.NOT_APPLICABLE)).isPassed())
                .isTrue();
        assertThat(report().isPassed()).isFalse();
        for (FindingResult result : Arrays.asList(FindingResult.NOT_MET, FindingResult.UNDECIDED)) {
            ValidationReport refused = report(MET, finding(result));
            assertThat(refused.isPassed()).isFalse();
            assertThat(refused.objections()).containsExactly(finding(result));
        }
    }

    @Test
    void theDigestDependsOnEveryPartAndNotOnTheScaleOfAFigure() {
        List<Finding> others = Arrays.asList(
                new Finding("risk", FindingResult.MET, MET.getReasonCode(), MET.getReason(), MET.getFigures()),
                finding(FindingResult.NOT_MET, EXPOSURE),
                new Finding("risk.limit", FindingResult.MET, "OTHER", MET.getReason(), MET.getFigures()),
                new Finding("risk.limit", FindingResult.MET, "WITHIN_LIMIT", "Other.", MET.getFigures()),
                finding(FindingResult.MET),
                finding(FindingResult.MET, new Figure("loss", EXPOSURE.getValue(), "GBP")),
                finding(FindingResult.MET, new Figure("exposure", BigDecimal.TEN, "GBP")),
                finding(FindingResult.MET, new Figure("exposure", EXPOSURE.getValue(), "EUR")));
        Set<SecureHash> digests = new HashSet<>();
        digests.add(report(MET).digest());
        digests.add(report(MET, MET).digest());
        digests.add(new ValidationReport(
                        SecureHash.sha256("another"), Aspect.RISK, report(MET).getFindings())
                .digest());
        digests.add(
                new ValidationReport(TRANSACTION, Aspect.CAPITAL, report(MET).getFindings()).digest());
        others.forEach(other -> digests.add(report(other).digest()));
        assertThat(digests).hasSize(4 + others.size());
        ValidationReport rescaled =
                report(finding(FindingResult.MET, new Figure("exposure", new BigDecimal("10.5"), "GBP")));
        assertThat(rescaled.digest()).isEqualTo(report(MET).digest());
        assertThat(rescaled).isEqualTo(report(MET)).hasSameHashCodeAs(report(MET));
    }

    @Test
    void whatIsToldToOthersHasNoFigures() {
        ValidationReport told = report(MET).withoutFigures();
        assertThat(told.getFindings()).containsExactly(finding(FindingResult.MET));
        assertThat(told.digest()).isNotEqualTo(report(MET).digest());
    }

    @Test
    void aSealHoldsForItsOwnStatementOnly() throws Exception {
        KeyPair key = TestNode.keys(900);
        SecureHash digest = report(MET).digest();
        SecureHash journal = SecureHash.sha256("journal");
        OpaqueBytes signature = new OpaqueBytes(
                Crypto.doSign(key.getPrivate(), ReportSeal.statement(TRANSACTION, Aspect.RISK, true, digest, journal)));
        assertThat(new ReportSeal(TRANSACTION, Aspect.RISK, true, digest, journal, key.getPublic(), signature)
                        .isValid())
                .isTrue();
        List<ReportSeal> wrong = Arrays.asList(
                new ReportSeal(journal, Aspect.RISK, true, digest, journal, key.getPublic(), signature),
                new ReportSeal(TRANSACTION, Aspect.CAPITAL, true, digest, journal, key.getPublic(), signature),
                new ReportSeal(TRANSACTION, Aspect.RISK, false, digest, journal, key.getPublic(), signature),
                new ReportSeal(TRANSACTION, Aspect.RISK, true, journal, journal, key.getPublic(), signature),
                new ReportSeal(TRANSACTION, Aspect.RISK, true, digest, digest, key.getPublic(), signature),
                new ReportSeal(TRANSACTION, Aspect.RISK, true, digest, journal, Cast.key(Cast.MALLORY), signature),
                new ReportSeal(
                        TRANSACTION, Aspect.RISK, true, digest, journal, key.getPublic(), new OpaqueBytes(new byte[] {1
                        })));
        assertThat(wrong).noneMatch(ReportSeal::isValid);
    }
}
