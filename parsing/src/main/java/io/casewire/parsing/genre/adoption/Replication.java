package io.casewire.parsing.genre.adoption;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region, the verb of replicating, and the name of a result.
 *
 * @param start where the region's name begins in the text
 */
record Replication(Adopter region, String resultName, int start) {
    private static final Lexicon VERBS =
            Lexicon.of("复制推广", "复制借鉴", "借鉴复制", "推广复制", "复制应用", "借鉴推广", "学习借鉴", "移植", "复制", "借鉴");
    /** What may stand between the region, or the beginning of the clause, and the verb. */
    private static final List<String> ADVERBS = List.of(
            "积极", "率先", "全面", "已经", "已", "成功", "主动", "先后", "同步", "持续", "大力", "加快", "推动", "充分", "深入", "首批", "陆续", "全市",
            "全省", "全区", "通过", "并", "在全市", "在全省", "因地制宜", "开展", "也", "有序", "及时", "优先", "探索");

    private static final int MAX_CLAUSES = 3;
    private static final int MAX_CLAUSE_LENGTH = 80;
    private static final List<String> LEADING = List.of("例如，", "又如，", "再如，", "如，", "其中，", "此外，", "同时，", "另外，", "比如，");
    private static final List<String> GENERIC_TAILS =
            List.of("经验做法", "试点经验", "创新经验", "做法", "经验", "成果", "举措", "案例", "改革经验", "等", "");
    private static final List<String> NAMES_END = List.of("模式", "机制", "制度", "改革", "服务", "办法", "体系", "平台");
    private static final List<String> TOO_GENERAL = List.of(
            "创新成果", "试点经验", "改革经验", "创新经验", "创新举措", "工作", "各项", "多项", "一批", "上述", "相关", "先进经验", "成功经验", "这一", "该");
    private static final int MAX_NAME_LENGTH = 40;
    /** A quoted name begins close behind the verb (企业登记“智能表单”新模式) or it is something else's name. */
    private static final int FARTHEST_QUOTE = 14;

    /** The replications one sentence tells of; empty where no region is its subject or no result is named. */
    static List<Replication> in(String text, int from, int to, Gazetteer gazetteer) {
        List<Replication> replications = new ArrayList<>();
        int verb = nextVerb(text, from, to);
        if (verb < 0) {
            return replications;
        }
        int start = from;
        boolean led = true;
        while (led) {
            led = false;
            for (String word : LEADING) {
                if (text.startsWith(word, start)) {
                    start += word.length();
                    led = true;
                }
            }
        }
        while (verb >= start) {
            Adopter adopter = adopter(text, start, verb, gazetteer);
            int object = VERBS.endAt(text, verb);
            if (adopter != null) {
                for (String name : resultNames(text, object, to)) {
                    replications.add(new Replication(adopter, name, adopter.start()));
                }
            }
            verb = nextVerb(text, object, to);
        }
        return replications;
    }

    /** The region that a clause close before the verb has as its subject. */
    private static @Nullable Adopter adopter(String text, int start, int verb, Gazetteer gazetteer) {
        int clause = clauseStart(text, start, verb);
        Adopter adopter = Adopter.at(text, clause, verb, gazetteer);
        if (adopter != null) {
            return isAdverbs(text, adopter.end(), verb) ? adopter : null;
        }
        if (!isAdverbs(text, clause, verb)) {
            return null;
        }
        for (int i = 1; i < MAX_CLAUSES && clause > start; i++) {
            clause = clauseStart(text, start, clause - 1);
            adopter = Adopter.at(text, clause, verb, gazetteer);
            if (adopter != null) {
                return adopter;
            }
        }
        return null;
    }

    private static boolean isAdverbs(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int next = at;
            for (String adverb : ADVERBS) {
                next = text.startsWith(adverb, at) ? Math.max(next, at + adverb.length()) : next;
            }
            if (next == at) {
                return false;
            }
            at = next;
        }
        return at == to;
    }

    private static int clauseStart(String text, int floor, int index) {
        int at = index;
        int lowest = Math.max(floor, index - MAX_CLAUSE_LENGTH);
        while (at > lowest && "，：；,".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private static int nextVerb(String text, int from, int to) {
        int titles = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            titles += c == '《' || c == '“' ? 1 : 0;
            titles -= (c == '》' || c == '”') && titles > 0 ? 1 : 0;
            if (titles == 0 && VERBS.isAt(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> resultNames(String text, int from, int to) {
        int start = text.startsWith("了", from) ? from + 1 : from;
        int end = start;
        boolean quoted = false;
        int limit = Math.min(to, start + 2 * MAX_NAME_LENGTH);
        while (end < limit && (quoted || "，。；！？".indexOf(text.charAt(end)) < 0)) {
            quoted = text.charAt(end) == '“' || (quoted && text.charAt(end) != '”');
            end++;
        }
        String object = text.substring(start, end);
        int open = object.indexOf('“');
        if (open < 0) {
            boolean named = object.length() >= 6
                    && object.length() <= MAX_NAME_LENGTH
                    && NAMES_END.stream().anyMatch(object::endsWith)
                    && TOO_GENERAL.stream().noneMatch(object::contains);
            return named ? List.of(object) : List.of();
        }
        if (open > FARTHEST_QUOTE || TOO_GENERAL.stream().anyMatch(object.substring(0, open)::contains)) {
            return List.of();
        }
        List<String> several = quotedNames(object, open);
        return several.size() > 1 ? several : List.of(nameOf(object));
    }

    /** Several quoted names in a row (“甲”“乙”等) are several results. */
    private static List<String> quotedNames(String object, int open) {
        List<String> names = new ArrayList<>();
        int at = open;
        while (at < object.length() && object.charAt(at) == '“') {
            int close = object.indexOf('”', at);
            if (close < 0) {
                break;
            }
            names.add(object.substring(at + 1, close));
            at = close + 1;
            if (at < object.length() && (object.charAt(at) == '、' || object.charAt(at) == '和')) {
                at++;
            }
        }
        return names;
    }

    /** A result wholly in quotation marks goes by what stands in them; else the marks belong to its name. */
    private static String nameOf(String object) {
        int close = object.indexOf('”');
        if (object.charAt(0) == '“' && close > 0 && GENERIC_TAILS.contains(object.substring(close + 1))) {
            return object.substring(1, close);
        }
        String name = object;
        for (String tail : List.of("经验做法", "等经验", "等做法", "的经验", "的做法")) {
            name = name.endsWith(tail) ? name.substring(0, name.length() - tail.length()) : name;
        }
        return name;
    }
}
