package io.casewire.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a question that say nothing of what is asked for: 怎样缩短货物通关时间 asks for 缩短货物通关时间. Taken out of what
 * people type wherever it is read for search, never out of documents.
 */
public final class QuestionWords {
    /** The longest at a place counts, so that a word on this list stays whole within one that is listed as itself. */
    private static final Lexicon FRAMES = Lexicon.of(
            "怎样让", "怎么让", "如何让", "怎样才能", "怎么才能", "如何才能", "怎么解决", "怎样解决", "如何解决", "怎么样", "怎样", "怎么", "如何", "有哪些", "哪些地方",
            "哪些", "哪个", "哪里", "哪家", "哪几个", "什么样的", "什么", "为什么", "有没有", "是否", "能否", "能不能", "可不可以", "请问", "请教", "想了解",
            "想知道", "我想", "我们想", "有关", "关于", "相关", "方面的", "可以", "需要", "应该", "做法", "经验", "案例", "典型", "措施", "办法", "吗", "呢",
            "的");

    /** Words that have one of them inside. */
    private static final Lexicon WHOLE = Lexicon.of("目的", "标的", "的士", "的确", "管理办法", "无关于", "可以后", "不需要", "典型化");

    private QuestionWords() {}

    /** What is left between them, in order, but for single characters; the text itself where nothing else is left. */
    public static List<String> removedFrom(String text) {
        List<String> left = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int whole = WHOLE.endAt(text, at);
            int frame = whole > at ? at : FRAMES.endAt(text, at);
            if (frame > at) {
                add(text.substring(from, at), left);
                from = frame;
                at = frame;
            } else {
                at = Math.max(whole, at + 1);
            }
        }
        add(text.substring(from), left);
        return left.isEmpty() ? List.of(text) : List.copyOf(left);
    }

    private static void add(String part, List<String> left) {
        if (SearchText.of(part).line().length() > 1) {
            left.add(part);
        }
    }
}
