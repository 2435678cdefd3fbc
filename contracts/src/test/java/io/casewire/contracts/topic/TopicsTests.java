package io.casewire.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicsTests {
    /** The documentation of the topics; from the module's folder, where Maven runs tests. */
    private static final Path DOCUMENTATION = Path.of("../docs/topics.md");

    @Test
    void everyDomainHasATopicOfItsOwn() {
        assertThat(Topics.cases().stream().map(Topic::name))
                .hasSize(Domain.values().length)
                .doesNotHaveDuplicates();
        assertThat(Topics.cases(Domain.INTELLECTUAL_PROPERTY).name()).isEqualTo("casewire.case.intellectual-property");
    }

    @Test
    void everyEventTravelsOnSomeTopic() {
        assertThat(WireNames.all().values()).allMatch(type -> Topics.all().stream()
                .anyMatch(topic -> topic.valueType().isAssignableFrom(type)));
    }

    @Test
    void whatDerivedStoresRebuildFromIsKeptForEver() {
        assertThat(Topics.cases()).allMatch(topic -> topic.retention() == null);
        assertThat(List.of(
                        Topics.TASK,
                        Topics.EVIDENCE,
                        Topics.CHAPTER,
                        Topics.LINK,
                        Topics.OBLIGATION,
                        Topics.PLAN,
                        Topics.SETTLEMENT))
                .allMatch(topic -> topic.retention() == null);
    }

    @Test
    void whatRegionsReportedAndWhoSubscribedIsNotOpen() {
        assertThat(Topics.open())
                .doesNotContain(Topics.OBLIGATION, Topics.PLAN, Topics.SETTLEMENT, Topics.DELIVERY)
                .contains(Topics.EVIDENCE);
    }

    @Test
    void aTopicIsFoundByItsNameAndADeadLetterTopicIsNone() {
        assertThat(Topics.named("casewire.case.trade")).contains(Topics.cases(Domain.TRADE));
        assertThat(Topics.named("casewire.case.trade-dlt")).isEmpty();
    }

    @Test
    void theDocumentationListsEveryTopicAsItIs() throws IOException {
        String table = Topics.all().stream().map(TopicsTests::row).collect(Collectors.joining("\n"));

        assertThat(Files.readString(DOCUMENTATION)).contains(table);
    }

    @Test
    void theDocumentationListsEveryEvent() throws IOException {
        String documentation = Files.readString(DOCUMENTATION);

        for (Map.Entry<String, Class<? extends Event>> entry : WireNames.all().entrySet()) {
            assertThat(documentation).contains("`" + entry.getKey() + "`");
        }
    }

    private static String row(Topic<?> topic) {
        return "| `" + topic.name() + "` | " + topic.valueType().getSimpleName() + " | " + topic.partitions() + " | "
                + (topic.retention() == null ? "no expiry" : topic.retention().toDays() + " days")
                + " |";
    }
}
