package io.casewire.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a caller may be. Travels in the {@code roles} claim by its wire name; in Spring Security as {@code ROLE_<NAME>}. */
public enum Role {
    /** Reads where the operator has closed public reading; writes nothing. */
    READER,
    /** Brings documents in. */
    PUBLISHER,
    /** Reports for one region, named by the {@code region} claim. */
    REGION,
    /** Reviews the reports of all regions. */
    COORDINATOR,
    /** Keeps the subscriptions of one agency, named by the {@code agency} claim. */
    AGENCY,
    /** Reads what the ledger says of every region, reasons and reporters included; writes nothing. */
    AUDITOR,
    /** Runs the system: actuator, dead letters, settings. */
    OPERATOR;

    /** Whether it may change anything. Who holds such a role is named in what they change, so their token says who they are. */
    public boolean writes() {
        return switch (this) {
            case READER, AUDITOR -> false;
            case PUBLISHER, REGION, COORDINATOR, AGENCY, OPERATOR -> true;
        };
    }

    /** The lower-case name used in claims and on the command line, for example {@code region}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The authority Spring Security knows the role by, for example {@code ROLE_REGION}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** Empty when no role has this wire name; names are matched exactly, so {@code Operator} is none. */
    public static Optional<Role> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }

    /** All wire names in declaration order, for messages: {@code reader, publisher, …}. */
    public static String wireNames() {
        return Arrays.stream(values()).map(Role::wireName).collect(Collectors.joining(", "));
    }
}
