package io.casewire.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.mongodb.MongoException;
import io.casewire.operations.backup.BackupCommand;
import io.casewire.operations.connect.Refused;
import io.casewire.operations.connect.WrongUse;
import io.casewire.operations.consumer.ConsumerCommand;
import io.casewire.operations.deadletter.DeadLetterCommand;
import io.casewire.operations.doctor.DoctorCommand;
import io.casewire.operations.external.CertificateCommand;
import java.io.PrintStream;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator does to a deployment from outside its services. */
public final class OperatorTools {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private OperatorTools() {}

    /** Exit code: 0 done or in order, 1 not done or something differs, 2 not understood. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String command = arguments.isEmpty() ? "--help" : arguments.getFirst();
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            return switch (command) {
                case "consumer" -> ConsumerCommand.run(rest, out);
                case "dead-letters" -> DeadLetterCommand.run(rest, out);
                case "backup" -> BackupCommand.backup(rest, out);
                case "restore" -> BackupCommand.restore(rest, out);
                case "certificate" -> CertificateCommand.run(rest, out);
                case "doctor" -> DoctorCommand.run(rest, out);
                case "--help", "help" -> {
                    out.print(usage());
                    yield 0;
                }
                default -> throw new WrongUse("unknown command " + command);
            };
        } catch (WrongUse e) {
            err.println("casewire " + command + ": " + e.getMessage());
            return WRONG_USE;
        } catch (Refused | KafkaException | MongoException e) {
            err.println("casewire " + command + ": " + e.getMessage());
            return FAILED;
        }
    }

    private static String usage() {
        return """
                Usage: COMMAND [options]

                  %s
                  %s
                  %s
                  %s
                  %s
                  %s

                Where the deployment is, for every command:
                  --kafka HOST:PORT    or CASEWIRE_KAFKA (127.0.0.1:9092)
                  --kafka-config FILE  client settings with user and password, or CASEWIRE_KAFKA_CONFIG
                  --mongo-file FILE    file that holds the connection string, or CASEWIRE_MONGODB_URI_FILE
                  --mongo URI          the same without a password, or CASEWIRE_MONGODB_URI
                  --wait SECONDS       how long a server that is not there yet is waited for (60)
                """.formatted(
                        ConsumerCommand.USAGE,
                        BackupCommand.USAGE,
                        BackupCommand.RESTORE_USAGE,
                        CertificateCommand.USAGE,
                        DeadLetterCommand.USAGE,
                        DoctorCommand.USAGE);
    }

    /** Turns the log down to errors: the clients, and a broker in the same JVM, tell a great deal otherwise. */
    public static void quieten() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String name : List.of(Logger.ROOT_LOGGER_NAME, "kafka", "org.apache.kafka", "de.bwaldvogel.mongo")) {
                context.getLogger(name).setLevel(Level.ERROR);
            }
            // what they cannot do is told by an exception as well
            context.getLogger("org.apache.kafka.clients").setLevel(Level.OFF);
            // takes every new partition for one that was lost
            context.getLogger("state.change.logger").setLevel(Level.OFF);
        }
    }
}
