#!/usr/bin/env bash
# Apache POI 5.5.1 (HWPF): the text of a doc is not what is printed. Labels of lists in Chinese numerals (一、 （一） as every official document has
# them) come as 1、 and （1）, from getParagraphText not at all; deleted and hidden words stand in the text as if they were valid (于20242025年), and a
# character with its pronunciation above it is dropped with the field that holds it (鄚州镇 becomes 州镇). What follows: read run by run and
# work the labels out from the list tables (docs/decisions/0120). The two files were written by LibreOffice and hold invented text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
base64 -d <<'DOC' | gunzip >lists.doc
H4sIAAAAAAACA+2aW2xURRjHv9n7bi9sS1tKuS2wlnLrlUuxoNsLpSy0W9pKEaT0toVC2y3bIngHxUSIJlUT5YEIJDUhaEzVxIQHg9HoG5EXIjyQ4KPRB0B9QKXrf+bMLoftdvfslojA
fpvfnnPmzDczZ+abOd/MmUs/Zlw/83nezxQmFaSn8YCVTKowBrKDF3YiHSmMBwKBYHAgKQ+V3JHH6Wg7AzAC3uZmYAFWYAMpIBWkgXQwTTEBygCZIEvaASdHnifl/y9N5MNvmBy0ngZw
9NMLFI/kwGLU6WnRGdcYT6sk8088f6bqt1Pp/9PlGJAtbIJoBsgFM0EemAVmgzlgLpgHHGA+WAAWAid4AuSDRaAALAZLwFKwDCwHhaAIFIMSUArKwAqwEqwCq0E5WAOeFO8zorVgHXgK
PA1coBJUyTqowXG9PN+AYx3YCNxgE9gM6kED8IBGsAU0gWbQAp4BW0Er2AaeBdvBDvAc2AnawC7QDjpAJ+gC3cALesBusAf0gr1gH+gD/WAA+MAg2A/8YAgMgwPgeXAQHAK8N78IXgIv
g1fAq/IZD4v2Hw/obYoNmaw6YRPfKKZRy9uvvrfL7xvy9Qw7Wn3+7uU1vn0H+r0Dw8Im6pt5WI2vS1gCPy/EhbhfWE5/rPlif2xbZIoLkbBkwrpsSGWHsEhFUL/2mwGdqGcTWsuHGupH
TfdJOy5x0hInq3Ryq6laQh63gbaAancO9ddZDUNgU52OGt1GGqgzWIZBm9tEHe5c2lW3xhC1PPk0Pu9W4Kaw4RRYTC9aZhjHDrSyFyVwCIsNxmNs8nilqngZUeKVqeLNjxJvhSpeSZR4
K1XxKqPEW6UYCeIx6mS1Ysyow70O2HEvbHS3GC2yafroDcoaPUQmJ8OI4HGbUdlmVPZsVLCFlIqdjdJV2Xk6K8SY04J0Dom3UhVar1tYsR3jSmZ3FmNIEWPN6NtiBCmydzA/cwjvJVhK
blIzcN3mtqKPL0C6rzOXKF81SjeIGL1IdUCULxepHRLlS0X5MlGuXFplYVyVt/dOC8sXT/ieqAkjxoMBlMcr+pYRoxvXUnIiOYoZlAFS9Cg+hNZalFE1eG4ScZgcewPTwn93/epI9/Sk
EOmeQfpwke4xMaayoJne7XPoum1HMRaB7B+MPIaJ32TFioZOk4aeLAFG1oCSPtNr0TGIkVwHWOhNFCZCy2JuP3piXGhZzCibPqbGoCWkMWiBhiGmxhVrSOOKFRrGmBqulJCGKwUappga
Z1NDGmdToWGOqWFPD2nY06FhkRrJdnw02lHlrEWtYUrG/o9jm5O97JHoZYYI8cPdTX3YtSHK7EoRg/ArW/FrgL/dD49OfVUa0lwYzNGuCmhU5lXCgd6QM8K0OLktcFj64XQMweFpwPEg
jnzizp1a7sasRDpavOhmOFL9cOB8whUuy9eWeyXc517pPvciJ5YRW4e7YtxR9EMv6G45kL9XpNWj4ZlW85w0lK5alIzn5heTpU0mbXoNYtnDd0+pHEjNjakeD6vmk0SNadUghb0ox1YY
ANflT8AnZM2oYWZPvLaC6ahbYGMCz6ekM+HpnFN7uiruxlrewSzxexjfHhZhaicn7EXiyiw61xsj5gmhZqmxSC/WBCb2waTENykuvv9pho0vDo2NFHdJDscXfTzAjUgXaV2Brr956tZt
zx77J+9aaOmiL68WyzUQk7xfLte3XHI43izXB7bJta5uud41KB//lzvK2pVOPpdLlZ+W80jy28eM1TusqMsbmRfUVSZni+lU3eHr6xgoj1CRVkMOrUunCe+bydcJp4mZKJPnJtV5uLwl
/o/Lij2u4e3C42TF0XIf6ZRaPiePQTmPpvhWN3WDPWFLTO8lNHmnKv9Rm+qrV1Lilq90ygrlXJuyQvqgxW9TVpjVdpL6AMqho6tJ40hKUh5rqWhv9hw5VtWXRuauf3bMaf+9PY3+al22
+1TzzKY02t7KumY1jXnTqKLhyLG/G84gLG9kaMsFz2KcXfOc/OBc19fetGQ1Prwi/bykPJbCePvbQBaYCwpAKVgr7eJPdexf1Rf3bNn6SX1xUX3xnfrifLLGxZTPlk8ptQbSO6nDSfxD
sAhjKbUsPIwihOkihDGNYWHpmStobTG5GomqGnU0b+xSkWPs+rr5Y6eNC8DCkdNGJyjF/ZKRbioe5EudZbgqKKX04mjzX/EN8fLFyycLZ9nf/xDz32W3P+P7G4xhYcl9Wo+38D0puXId
gGNXrXVMFp6UR0fu5/4/bifhe4gi6fAvLi5H8AVYLRb9B8lDnWKnU5xLnbBKnqPY9xDHvrq9oRewh/rErqvExIbceb76OPLn5Q2ulJVQi9hTk2gZ0mX+8ez/42W9Jpf8jNQsvlrxzy68
7fn+lp7Qjqm7O2UmkwLShfYMas2ff3z4VJ63iry6qQbHLlESr7BDrZKXwPNzowyumxon5BxffZQnkP9rRHE8YWyZyv7PfwG/fPVXADAAAA==
DOC
base64 -d <<'DOC' | gunzip >kinds.doc
H4sIAAAAAAACA+1ae3CVxRU/+91Hvpvkwk0IASOFGG9DiAh5qTxUMMEYLiEPEkQEgnmSYF4mAWGG6SAPxUpttGoZx7bq0JnWMh1Kp+1ImQGd1pk+rNQRGGc6HdqZtuL4xwUqgjNy+zvn
25t8Cbny3cS2ccze+e23u9/u2bPnnD37+O7Jd1LOvvKzjL/RsLCYXHQ14iOvrUwB6dFMgMjQZVcjkUi0ODIRvlThM/1kHbqhPw/AOk8ATMAHJGodJ+PpByYBky0ToBQgFZgCpAFTdd1p
eE7X6YkwfsMq6sKvjzLpXurEs4e2UzwhHRZjp+ekzVWH9ZyGif5H33/Uf19v/icBTuc/rxHR+X8DkAHcCMwAvgbMBGYBmcBNQBZwMxAEvg5kA7OBHGAOkAvcAswFbgXmAfOBPCAfKAAK
9Thuw/N24A5ggS5bJOuZlb5rwicNCQrScCVaNuT1GWITJyzTKGX9rWxr7Onq7Wrpy1zT1dN067Kuh7d0NHf2iU2srOGyZV2NYgmcnoeMvJ+3gP698Mgj17dFZW0jRh1SYWWJoLJOLNIK
dTDN8xGDn7DlCvi3HuqgemrXdpwfpNyguifIVlOcS5UhN1UDJaF06ijzuXuBFWUGVYUSqLPMbfYBdSGT6kPTaWPZQjfsUQVuUqlilz4qo2bQbqI2+M9NsOl8mUWKlmZ/Pue30+rAhch5
sVY/LRfv2wxOOxGzPy4Xig/LvCvO9XW3Eu2ku3NVNl2ddSGiVLaMhmv1on45eGhAy3bNAc8arpeickUKq2gL3rehRq/M4JJQMohhTMlUlEulqKuoQJXKzB86IuYulaYcDFPawW3kDSpI
vDLkg8h8oDIDYkokSzwzqIiKA0ynSCRTCzrbZCzF0EGTrCwBeIrUpjSlQBEe4+B+8QPzA/mqWLE/cA+MiA0jDfm6UBItpSzQXaWWCn8l4K4bNdpAtVP4mwpq24S/ZPCXCr6m0+2m4qas
tQ2mSE1Rg0jNI9JuEu44ly6trJ7ypF6PyhMplUIf9bCdZvBYIr2xjjjuFf6m2bxo1EOqIX7ZcA/WGCx1uR3MiwGKEkyhYA7WuCTSEqcrNPndhz7Lg3P6+0i/CbwLfOS71quDNylZLVbW
idE9ilhhvGnad7LPLAf2Aq8BR4FfA+fY3z+QFpm6c0o+cB+nMPvCC4Qvb5j9Bo/QsDiUsSidXkozzwesNI/IRB3zEzaLyWSEORcgM2zqykxkMrnChxQ/3eEcIeQLB0YQmEGJ0o4besiq
fxjPCxGrXBQBr1WoksI9xHOJaT1Gec2KdtGBI0S7Jb1H0nuF+SeE8nGQdNNOkf9jiiW9W9LHVQDcnpD0G4qpvSlvTytue0biiDIh8CUG81dDWed56fu2i1v0u/j9M5J+VtLHOb2T+T6G
xKvJFt8uzfdFSgo/qPk2wPeZdwl8c7xb4j0S76NBLncJZ3ZeIyxx2uN6K0PRXokfl/gJiT+PPzXAHzQUHrTelLB7wLj9utwQ2d8pztkag3Jbu4YSjIGN44RiRv4gzSwJKcMQy7TTs56X
tO6UNt1XYGmZ4KRParj0m5c91pvjZvQNL2289diIX6k4vnZMeV4GemDuXFoIR7kRyIexL8TEXwAUAIVi7B9rHo7Z0peithawFVTpWckz9b70fuVk1aoFQx3iizOxPjVj5mUS78SZPfZo
t4GOk2WxBj61A369S9a2wmxnvd8DEbTp9bANPamU67dhr9wg61P9gOfNRP/NQqvFwZju4J4ccFcinHFvTBleyOus3Rq9XkXXLfbQix3KcaS2Kxz2WyHnp64h0uDVIkQrpKwEdZY4pLUM
FDZj/Pdjtea2LDnmpQaaVYHRaylKx6755aMYn0XnmtEFxza6YrhXZX4LnuG3UFarGmktZD6I1ktuunj53f3TrymdrlvMdsnhwlpFJsLod9d5XzzNYfMx06GS4uZkp6Na3xO7HGM4+bsP
t185+qeU/buwdKz4cRIPkRfLs8PK+QDbisnUh+1rLy3CIXa+bEJ5i9mNSdmMoy0fVjahvF7qjp053hp6/nsWcjXCc88Ycf96du8PLlypbA385BmTbpn98/dZhTv0/YLSe0yf7AmtO4Zy
ved9QK+mTfq+oVtbzbnPrLsDQ5vDUlt/TtLx8M8lxqm3T70078bAd74L/ude+SmrwjOsbL32OtE9bsDGa6zy8RQ++qFSKzN9mILh1OP2mWZapwacFOu72us7F4ww/3zudLorbTB/LkYf
yQOmOFm25kqnvdpBc3p4sDayu7RidjlYxC8Z+jDkMCS6LM7SXdbNUzR8E2wtQlktUOSAzg2oz5vd1V6LXr3X2hC2eUenkd9A6g228W7xWrdq8Yb3Pde3/njCPsij2rBkk+GgPuts1Thc
094zrBvH8RLavLZT/v8wGPT+xAZnIkyEr3Tgy5fe6qcrumv+XHNH61OVrzeXte7ZmtH/j0f9tPihmsrHnixu99MbT07BRr2M1lIV3QuvXk7LcfLiE2BWHBvaLKz8abTshUsVU8nI89PT
FQVy5VJE1vM26qvbvy7Q4KecNVPki2Q14vWUi3gzNaJONJdFpfo2dtGw+4KsgTqtwlMBflzSRTmIe4EtKOc78jyUdKB8Ds2ljGfmYI3964b7nj/11Ovdfrq7ZdH2/hfe2bt/nZ+uhi9s
sLiyuCzEHnSQ3yRqaCzf56dHqpliEeXU+ol5L6VKyGkluCvDOEogq2KUPIA3LIOpNL/FTytXhWqSI36aVBuqYXkkNCa0JlDC2g/aEVPBFj+trUhAL9sPcD6BWvdNAvX0tX7aW00VHO9H
jHZ0sYbf37LpFw9z/uQmo+5oRUr7kuaX6p5oviR1/LKTHtEAyADcQA6QC3QC3UAPsBXYBnwDeBx4GjgAvAgkYqeSDGQAM4EsIAhUAFVALXA/0AP0AVuBbcAuYI/Puq3+9FO6TOHLiM79
nfhxls7QKTzfvnw55obyKxEmuzbz4dRrqtWmMkzlKstVgaqQh+qAypCXqgFy3WkqvzKVu0yRp5XM+j1+MlUjck2SAxUaQgUPn1WGFM1i/c8AsoEdwAtAutblXKBM63GH1tl+4FngAPCi
z/rKcMXO9kV75sr/PfOvmJmnYr6RG6X0oJoWVMtb5N75dB4Zz0WKJrunjaSph0Yo852WW43U03wkiWgMpLrjKi467SWlXDphuNqthDtaYqKkpYhcRbyPTI8y7QpSfZC/dd4TJK/SWU7T
YJoCrL9XgR8BrwGHgCPAL4Fj+gvSxZj6HZLZYc9sjVmt1Z55cFRTw6+HyaekFUFlH+nnvbOP/NHhGi4l13ORpoRYOh4pZI6od33sSz09cyRd2pU91gpjtwsyWb984nwL+D3wR/3F8BX7
oJ6PmVlozxTGlJRd8rHmlsux3MfX3KINQy2uPKhkTER/8fwqaXyPiTys6/eAfwIf6DWZ732GXFN9Ys98HHNmfzSxnR4/YeiU09eQ3mk2389lnsV0Zx4trSIqrjJo1uGT8zMPn73rpsMv
e7KAm/tf9gSBArzP72+ivG6+xyxELqeAJuVNCPnLH77I/3+yQQ3/D9lIbfT/HPR3ghL5RtyN01EDbY6b/1Q4Wu7Roz91OG23eeA7RaWcU0cbEtG7/KMnjv6Z3+hNdT7Vyj+3RsvDJFBz
0+B/QJ20YV6z9ZXjMvlSXD/m8cfTP9+qe/RXXg/V4ETeof+YsV3+mdUy8I+9wf94xQo56N9rHWMdy583LYd0eo301QQ5dFGjcGL9v8tpyED/CXHKnzcF0e8mltU3o+8+qpK52B7n/FNj
+v+v55qRx6ePBaPQP38t6fsCfdjE/79H3/9/AClhRfMANAAA
DOC
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-scratchpad</artifactId><version>5.5.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >/dev/null
cat >Look.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hwpf.extractor.WordExtractor;

class Look {
    static boolean changed;

    public static void main(String[] arguments) throws Exception {
        List<String> lists = lines("lists.doc");
        look("一、总体要求", lists, "1、总体要求");
        look("（二）基本原则", lists, "（2）基本原则");
        List<String> kinds = lines("kinds.doc");
        look("于2025年完成", kinds, "于20242025年完成");
        look("显示完", kinds, "显示隐藏完");
        look("在鄚州镇试点", kinds, "在州镇试点");
        System.exit(changed ? 1 : 0);
    }

    static List<String> lines(String file) throws Exception {
        try (WordExtractor extractor = new WordExtractor(Files.newInputStream(Path.of(file)))) {
            return extractor.getText().lines().map(String::strip).toList();
        }
    }

    static void look(String printed, List<String> lines, String wanted) {
        boolean there = lines.contains(wanted);
        System.out.printf("printed %s, text %s%n", printed, there ? wanted : lines);
        if (!there) {
            System.out.printf("CHANGED: expected %s%n", wanted);
            changed = true;
        }
    }
}
JAVA
ls lib | grep '^poi'
java -cp "lib/*" Look.java 2>/dev/null
