package io.casewire.ingest.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters of official language and their simplified forms, one to one. For comparing names and labels
 * only: the text itself is kept as printed.
 */
final class Traditional {
    private static final String FROM =
            "來個備億優內冊則創劃劑動務勝勞勢勵匯區協卻厲參員啟單嚴國圍圖團執堅報場塊墾壓壞壯夠夾奪婦孫學實寧審寫寶將專尋對導層屬島嶺師帶幣幫幹幾庫廠廢廣廳張強彈後徑從復徵恆"
                    + "惡態慶憑應懸戰戲戶拋挾捨掃採揚換揮損搖撥撫擁擇擔據擬擴攔攝敗敵數斷於時晉晝暫曆曉書會東條楊業極榮構樂樓標樣樹橋機檔檢權歐歡歷歸殘殺毀氣決沒況減測準滬滿漢潔澤濟濱"
                    + "瀋灑灘灣災為無煙爐爭牽狀獎獨獲獻現瑪環瓊產畫異療發盡監盤眾確碼磚礎祕禍禦禮稅種稱積穩窮筆節範篩簡簽籌粵糧紀約紅納紙級紛紡細紹終組結絕絡給統絲綁經綜綠維綱網緊緒線"
                    + "締緣編緩練縣縮縱總績織繳繼續纜罰罷羅義習聖聞聯聲職聽肅腦腳臨臺與興舉舊艦華萬薦藝藥蘇蘊蘭處虛號蟲術衛衝補裝裡製複褲襲見規視親覺觀觸訂計訊訓託記設許訴診註詐評詞詢"
                    + "試詩該詳誌認語誠誤說誰課調談請論諮諾謀講證識譜譯議護譽讀變讓讚豎豐貝負財貢貧貨販貪貫責貯貴買貸費貼貿賀資賓賞賠賢賣賤賦質賬賭賴購贈贏趕趨跡踐躍車軌軍軒軟較載輔輕"
                    + "輛輝輪輯輸輻轄轉辦辭辯農迴逕連週進遊運過達違遙遞遠適遲遷選遺遼還邊郵鄉鄭鄰醞醫釋釐針鈔銀銅銘銷鋪鋼錄錢錦錯鍋鍵鍾鎊鎖鎮鏈鐘鐵鑑鑒長門閃閉開閒間閘閩閱闊闖關闡陝陣"
                    + "陰陳陸陽隊階際隨險隱隸隻雙雜雞離難雲電霧靈靜韓韻響頁頂項順須預頒頓頗領頭頸頻顆題額顏願類顧顯風飛養餘館饋馬馳駐駕駛騎騙騰驅驗驚驛驟體髮鬆鬥鬧魚鮮鳥鹼鹽麗麥黃點黨"
                    + "齊齒齡龍";
    private static final String TO = "来个备亿优内册则创划剂动务胜劳势励汇区协却厉参员启单严国围图团执坚报场块垦压坏壮够夹夺妇孙学实宁审写宝将专寻对导层属岛岭师带币帮干几库厂废广厅张强弹后径从复征恒"
            + "恶态庆凭应悬战戏户抛挟舍扫采扬换挥损摇拨抚拥择担据拟扩拦摄败敌数断于时晋昼暂历晓书会东条杨业极荣构乐楼标样树桥机档检权欧欢历归残杀毁气决没况减测准沪满汉洁泽济滨"
            + "沈洒滩湾灾为无烟炉争牵状奖独获献现玛环琼产画异疗发尽监盘众确码砖础秘祸御礼税种称积稳穷笔节范筛简签筹粤粮纪约红纳纸级纷纺细绍终组结绝络给统丝绑经综绿维纲网紧绪线"
            + "缔缘编缓练县缩纵总绩织缴继续缆罚罢罗义习圣闻联声职听肃脑脚临台与兴举旧舰华万荐艺药苏蕴兰处虚号虫术卫冲补装里制复裤袭见规视亲觉观触订计讯训托记设许诉诊注诈评词询"
            + "试诗该详志认语诚误说谁课调谈请论咨诺谋讲证识谱译议护誉读变让赞竖丰贝负财贡贫货贩贪贯责贮贵买贷费贴贸贺资宾赏赔贤卖贱赋质账赌赖购赠赢赶趋迹践跃车轨军轩软较载辅轻"
            + "辆辉轮辑输辐辖转办辞辩农回径连周进游运过达违遥递远适迟迁选遗辽还边邮乡郑邻酝医释厘针钞银铜铭销铺钢录钱锦错锅键钟镑锁镇链钟铁鉴鉴长门闪闭开闲间闸闽阅阔闯关阐陕阵"
            + "阴陈陆阳队阶际随险隐隶只双杂鸡离难云电雾灵静韩韵响页顶项顺须预颁顿颇领头颈频颗题额颜愿类顾显风飞养余馆馈马驰驻驾驶骑骗腾驱验惊驿骤体发松斗闹鱼鲜鸟碱盐丽麦黄点党"
            + "齐齿龄龙";
    private static final Map<Character, Character> SIMPLIFIED = table();

    private Traditional() {}

    /** The simplified form; the character itself where none is known. */
    static char simplified(char c) {
        return c < '\u4e00' ? c : SIMPLIFIED.getOrDefault(c, c);
    }

    private static Map<Character, Character> table() {
        Map<Character, Character> table = new HashMap<>();
        for (int i = 0; i < FROM.length(); i++) {
            table.put(FROM.charAt(i), TO.charAt(i));
        }
        return table;
    }
}
