package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.lineage.likeness.Candidates;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.wire.Envelope;
import io.casewire.embedded.SharedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What linking one more case costs does not grow with the cases that are there. */
class LinkingCostIT {
    private static final int CASES = 6_000;
    private static final int BATCH = 200;
    private static final String[] SUBJECTS = {"跨境电商", "保税维修", "船舶登记", "知识产权", "环评审批", "人才执业", "供应链融资", "口岸查验"};
    private static final String[] OBJECTS = {"出口退货", "进口药品", "数字提单", "排污许可", "燃油加注", "冷链食品", "再制造设备", "飞机租赁"};
    private static final String[] WAYS = {"一次办理", "分类监管", "无感续证", "智能审核", "联动处置", "承诺备案", "并联作业", "集中查验"};

    @Test
    void comparesNoMoreForTheLastCaseThanForTheFirst() {
        try (MongoClient client = MongoClients.create(SharedStore.connectionString())) {
            MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            Links links = new Links(mongo, () -> {});
            links.ensureIndexes();
            Linker linker = new Linker(
                    new Tellings(mongo),
                    new Postings(mongo),
                    links,
                    new LinkJudge(new LineageSettings(0.9, 0.5, Duration.ofSeconds(1))),
                    Clock.systemUTC(),
                    meters);
            Random random = new Random(11);
            List<Double> perCase = new ArrayList<>();
            List<Long> nanosPerCase = new ArrayList<>();
            double before = 0;
            for (int from = 0; from < CASES; from += BATCH) {
                List<Heard> batch = batch(from, random);
                long start = System.nanoTime();
                linker.hear(batch);
                nanosPerCase.add((System.nanoTime() - start) / BATCH);
                double now =
                        meters.counter("casewire.catalog.lineage.comparisons").count();
                perCase.add((now - before) / BATCH);
                before = now;
            }
            System.out.printf(
                    Locale.ROOT,
                    "linking cost: %d cases, comparisons a case %.1f in the first batch, %.1f in the last, at most %.1f;"
                            + " microseconds a case %d in the third batch, %d in the last%n",
                    CASES,
                    perCase.getFirst(),
                    perCase.getLast(),
                    perCase.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                    nanosPerCase.get(2) / 1_000,
                    nanosPerCase.getLast() / 1_000);
            assertThat(perCase).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(Candidates.MOST));
            assertThat(perCase.getFirst()).as("they do find each other").isGreaterThan(1);
        }
    }

    private static List<Heard> batch(int from, Random random) {
        List<Heard> batch = new ArrayList<>();
        for (int i = from; i < from + BATCH; i++) {
            String title = pick(SUBJECTS, random) + pick(OBJECTS, random) + "“" + pick(WAYS, random) + "”新模式";
            CaseRecord content = CaseDraft.of("cost" + i, title)
                    .practice("第" + i + "项：" + pick(SUBJECTS, random) + "业务由企业申请后" + pick(WAYS, random) + "，"
                            + pick(OBJECTS, random) + "环节压缩为" + random.nextInt(100) + "个小时以内，并由部门共享结果。")
                    .content();
            DocumentReference document = Told.document("文件" + i % 997, "2024", Genre.REPORT);
            batch.add(Heard.of(
                    Envelope.now(
                            new CasePublished(content, 1, document),
                            URI.create("/casewire/test"),
                            CaseDraft.MORNING,
                            "test",
                            false),
                    Telling.of(content, document)));
        }
        return batch;
    }

    private static String pick(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
