namespace Conference.Server.Tests.Fuzz;

/// <summary>What breaks programs: pieces of JSON as they stand in a frame.</summary>
internal static class HostileValues
{
    /// <summary>Around every limit that a field could have.</summary>
    public static readonly int[] Lengths = [0, 1, 31, 32, 33, 63, 64, 65, 80, 81, 127, 128, 129, 255, 256, 511, 512, 513];

    /// <summary>The same, where it takes time.</summary>
    public static readonly int[] LongLengths = [1023, 1024, 1025, 4000, 4001, 24_576, 24_577];

    /// <summary>Characters of one, two, three and four bytes, and some that an escape makes of six.</summary>
    public static readonly string[] Letters = ["a", "0", "é", "\u4e2d", "😀", @"\u0041", " "];

    /// <summary>What stands between quotation marks.</summary>
    public static readonly string[] Texts =
    [
        @"\u0000", @"a\u0000b", @"\u0007", @"\u001b[31m", @"\u001e", @"\u007f", @"\u0080", @"\u009f", @"\r\n", @"\t", @"a\nb", @"\u2028", @"\u2029",
        @"\u202e", @"a\u202eb\u202c", @"\u2066a", @"\u2069", @"\u200e", @"\u200f", @"\u061c", @"\u200b", @"\ufeff", @"\u00ad", @"\u3164", @"\u2800",
        @"\ud83d", @"\ude00", @"\ude00\ud83d", @"a\ud800", @"\udfffb", @"\ud83d\ud83d\ude00", @"\ud83d\ude00", @"\ufffe", @"\uffff", @"\ufffd",
        "é", "e\u0301\u0301\u0301\u0301\u0301\u0301", "\u0301", "\u05e9\u05dc\u05d5\u05dd", "\ufdfa", "👩‍👩‍👧‍👦", "\U000e0061", " ", "\u00a0", "\u3000 \u3000", "a \u3000 b",
        "<script>alert(1)</script>", "&lt;b&gt;", "' OR 1=1 --", "\\\"; DROP TABLE Rooms; --", "../../../../etc/passwd", @"C:\\x", "%00", "%s%n", "{0}", "{Method}", "${jndi:x}",
        "null", "true", "0", "-1", "1e400", "NaN", "constructor", "__proto__", "toString", "aaa-aaaa-aaa", "AAA-AAAA-AAA", "aaaaaaaaaa", "aaa\u2010aaaa\u2010aaa", "ıaa-aaaa-aaa",
        "00112233445566778899aabbccddeeff", "00112233445566778899AABBCCDDEEFF", "00112233445566778899aabbccddeeffa", "CfDJ8", "====", "page1", "Ada",
    ];

    /// <summary>Whole values.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "0.5", "1e0", "1e400", "-1e400", "1E-400", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "18446744073709551616", "99999999999999999999999999999999999999999999999999", "\"\"", "\"0\"", "\"1\"", "\"true\"", "\"null\"",
        "[]", "[null]", "[[]]", "[{}]", "{}", "{\"\":null}", "{\"a\":{\"b\":{\"c\":[]}}}", "[0,\"\",null,{},[]]", "{\"$type\":\"System.Object\"}", "{\"$ref\":\"1\"}", "{\"$id\":\"1\",\"$values\":[]}",
        "{\"__proto__\":{}}", "{\"a\":1,\"a\":2}", "\"2026-03-02T09:00:00Z\"", "\"on\"", "\"On\"", "\"on, muted\"", "\"thumbsUp\"",
    ];

    /// <summary>Names of fields, of which no request has one.</summary>
    public static readonly string[] Fields =
    [
        "from", "sender", "participantId", "personId", "visitorId", "connectionId", "isHost", "isOwner", "host ", "roomId", "$type", "$id", "$ref", "__proto__", "constructor", "",
        @"\u0000", @"\ud83d", @"\u001e", "é", "TO", "Code", "NAME", "to ", " to", @"to\u0000", "id2",
    ];
}
