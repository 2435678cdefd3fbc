package io.casewire.parsing.head;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.text.Endings;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several bodies that issue one document: their names run together once the blanks between them are gone. */
final class Issuers {
    private static final Endings BODIES =
            Endings.of("厅", "局", "委", "部", "会", "府", "室", "院", "署", "行", "办", "海关", "领导小组", "总队", "法院", "中心");
    /** What the names of central bodies begin with. */
    private static final Lexicon CENTRAL = Lexicon.of(
            "中共",
            "中国",
            "中央",
            "国务院",
            "国家",
            "全国",
            "最高人民",
            "财政部",
            "商务部",
            "海关总署",
            "税务总局",
            "市场监管总局",
            "人民银行",
            "发展改革委",
            "科技部",
            "教育部",
            "公安部",
            "司法部",
            "民政部",
            "外交部",
            "水利部",
            "工业和信息化部",
            "人力资源社会保障部",
            "自然资源部",
            "生态环境部",
            "住房城乡建设部",
            "交通运输部",
            "农业农村部",
            "文化和旅游部",
            "应急管理部",
            "金融监管总局",
            "证监会",
            "外汇局");

    /** Where the name of a branch is complete: 国家税务总局甲省税务局. */
    private static final Endings BRANCHES = Endings.of("分行", "支行", "分局", "省税务局", "市税务局", "监管局");

    private static final String PARTY = "中共";
    private static final int MIN_LENGTH = 3;

    private Issuers() {}

    /** The names in one string, 、 between them: as printed where there is only one. */
    static String of(List<String> printed) {
        List<String> names = new ArrayList<>();
        printed.forEach(name -> names.addAll(split(name)));
        return String.join("、", names.stream().distinct().toList());
    }

    static boolean isCentral(String name) {
        return CENTRAL.isAt(name, 0);
    }

    /** A name ends where a body's does and another begins: with the same place, another place, or as central bodies do. */
    private static List<String> split(String glued) {
        Set<Integer> places = new HashSet<>();
        for (Mention mention : Gazetteer.standard().mentions(glued)) {
            places.add(mention.start());
        }
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int at = MIN_LENGTH; at + MIN_LENGTH <= glued.length(); at++) {
            // 国家统计局甲市调查队 is one body
            boolean branch = (glued.startsWith("国家", from) || glued.startsWith("中国", from))
                    && !BRANCHES.areAtEnd(glued, from, at);
            boolean begins = CENTRAL.isAt(glued, at) || (!branch && (places.contains(at) || repeats(glued, at)));
            if (begins && at - from >= MIN_LENGTH && BODIES.areAtEnd(glued, from, at)) {
                names.add(glued.substring(from, at));
                from = at;
            }
        }
        names.add(glued.substring(from));
        return names;
    }

    /** 样例省商务厅样例省财政厅, 省商务厅省财政厅, 商务局甲市财政局. */
    private static boolean repeats(String glued, int at) {
        boolean level = "省市县区州".indexOf(glued.charAt(0)) >= 0 && glued.charAt(at) == glued.charAt(0);
        boolean place = "省市县州".indexOf(glued.charAt(at + 1)) >= 0 || "省市县州".indexOf(glued.charAt(at + 2)) >= 0;
        int first = glued.startsWith(PARTY) ? PARTY.length() : 0;
        return level || place || glued.regionMatches(first, glued, at, 2);
    }
}
