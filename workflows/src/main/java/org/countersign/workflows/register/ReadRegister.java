package org.countersign.workflows.register;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalOperation;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.contracts.ownership.SecurityRegister;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.register.RegisterView.Holder;
import org.countersign.workflows.register.RegisterView.Holding;

/** Reads the register that this node keeps of one security for people, beside the flows. */
final class ReadRegister implements FlowExternalOperation<RegisterView> {
    private final RegisterService service;
    private final SecurityDefinitionState security;
    private final int page;

    ReadRegister(ServiceHub services, SecurityDefinitionState security, int page) {
        this.service = services.cordaService(RegisterService.class);
        this.security = security;
        this.page = page;
    }

    @Override
    public RegisterView execute(String deduplicationId) {
        return service.transaction(this::read);
    }

    private RegisterView read() {
        SecureHash digest = RegisterSeats.digestOf(security);
        List<RegisterLine> lines = service.register().lines(digest);
        List<RegisterLine> standing = new ArrayList<>(lines);
        standing.removeIf(line -> !line.stands());
        standing.sort((left, right) -> RegisterLine.ORDER.compare(left.getHolding(), right.getHolding()));
        Map<String, List<RegisterLine>> byHolder = new TreeMap<>();
        Map<String, Party> names = new TreeMap<>();
        for (RegisterLine line : standing) {
            Party holder = WellKnown.of(service.services(), line.getHolder());
            // A key whose owner nobody told us stands for itself.
            String key = holder == null
                    ? CryptoUtils.toStringShort(line.getHolder())
                    : holder.getName().toString();
            byHolder.computeIfAbsent(key, unseen -> new ArrayList<>()).add(line);
            if (holder != null) {
                names.put(key, holder);
            }
        }
        List<Holder> holders = new ArrayList<>();
        Pages.page(byHolder, page, RegisterView.LINES_OF_A_PAGE)
                .forEach((key, shown) -> holders.add(holder(names.get(key), byHolder.get(key), shown)));
        return new RegisterView(
                security.getTerms().getSymbol(),
                security.getTerms().getName(),
                digest,
                units(SecurityRegister.sum(standing)),
                holders,
                SecurityRegister.rootsOf(lines),
                page);
    }

    // Whose holdings are on several pages is on each, with the same total.
    private Holder holder(Party name, List<RegisterLine> held, List<RegisterLine> shown) {
        List<Holding> holdings = new ArrayList<>();
        for (RegisterLine line : shown) {
            holdings.add(new Holding(
                    line.getHolding(),
                    CryptoUtils.toStringShort(line.getHolder()),
                    units(BigInteger.valueOf(line.getQuantity())),
                    line.getSince()));
        }
        return new Holder(name == null ? null : name.getName(), units(SecurityRegister.sum(held)), holdings);
    }

    private BigDecimal units(BigInteger smallest) {
        return new BigDecimal(smallest, security.getTerms().getFractionDigits());
    }
}
