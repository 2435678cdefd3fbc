package io.casewire.cli.setup;

import io.casewire.cli.access.AccessControl;
import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each service its account on Kafka and just the rights it needs; rights it no longer needs are taken back. */
final class AccountSetUp {
    private static final Logger LOG = LoggerFactory.getLogger(AccountSetUp.class);
    // Kafka's least for SCRAM; the passwords are random and long
    private static final int ITERATIONS = 4096;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Admin admin;

    AccountSetUp(Admin admin) {
        this.admin = admin;
    }

    /** @param passwords by name of the service */
    void run(Map<String, String> passwords) throws ExecutionException, InterruptedException {
        List<UserScramCredentialAlteration> accounts = new ArrayList<>();
        passwords.forEach((name, password) -> accounts.add(new UserScramCredentialUpsertion(
                name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)));
        admin.alterUserScramCredentials(accounts).all().get();
        for (ServicePrincipal service : ServicePrincipal.all()) {
            settle(service);
        }
        LOG.info("Accounts on Kafka: {}", passwords.keySet());
    }

    private void settle(ServicePrincipal service) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = AccessControl.of(service);
        AclBindingFilter ofService = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(
                        AccessControl.principal(service.name()), null, AclOperation.ANY, AclPermissionType.ANY));
        Set<AclBinding> present = present(ofService);
        Set<AclBinding> missing = new HashSet<>(wanted);
        missing.removeAll(present);
        admin.createAcls(missing).all().get();
        // the broker follows its controller in its own time, accounts before rights; a service must not come before
        // them
        Patience.await(SOON, () -> present(ofService).containsAll(wanted));
        present.removeAll(wanted);
        admin.deleteAcls(present.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
    }

    private Set<AclBinding> present(AclBindingFilter filter) {
        return new HashSet<>(Answer.of(admin.describeAcls(filter).values()));
    }
}
