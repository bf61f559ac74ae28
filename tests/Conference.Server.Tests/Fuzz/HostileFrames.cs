using System.Buffers.Binary;
using System.Text;
using Conference.Server.Hubs;

namespace Conference.Server.Tests.Fuzz;

/// <summary>Frames of the WebSocket protocol with records of SignalR's in them: some that keep the connection, and some that may cost it.</summary>
internal sealed class HostileFrames(Random random, SceneTexts texts)
{
    private const byte Text = 1;
    private const byte Binary = 2;
    private const byte CloseCode = 8;
    private const byte Ping = 9;
    private const byte Pong = 10;
    private const byte Masked = 0x80;
    private const string Separator = "\u001e";
    private const string RaiseHand = """{"type":1,"target":"RaiseHand","arguments":[]}""";
    private static readonly string[] Methods = [.. typeof(IConferenceServer).GetMethods().Select(method => method.Name)];
    private readonly RequestGenerator _generator = new(random, texts);

    /// <summary>What a server reads and goes on.</summary>
    public byte[] Gentle() => random.Next(12) switch
    {
        0 => Frame(Ping, Bytes(random.Next(126))),
        1 => Frame(Pong, Bytes(random.Next(126))),
        2 => Frame(Text, Repeat($$"""{"type":6}{{Separator}}""", random.Next(1, 60))),
        3 => [.. Enumerable.Range(0, random.Next(1, 30)).SelectMany(_ => Frame(Ping, []))],
        4 => Frame(Binary, Utf8(Call())),
        5 => Fragments(Utf8(Call())),
        6 => Frame(Text, []),
        7 => Frame(Text, Utf8(string.Concat(Enumerable.Range(0, random.Next(2, 12)).Select(_ => Call())))),
        8 => Frame(Text, Utf8($$"""{"type":3,"invocationId":"{{random.Next(9)}}","result":{{Pick(HostileValues.Values)}}}{{Separator}}""")),
        9 => Frame(Text, Utf8($$"""{"type":5,"invocationId":"{{random.Next(9)}}"}{{Separator}}""")),
        _ => Frame(Text, Utf8(Call())),
    };

    /// <summary>What a server may well end a connection for.</summary>
    public byte[] Rough() => random.Next(4) switch
    {
        0 => RoughFrame(),
        1 => Frame((byte)random.Next(16), Bytes(random.Next(200)), first: (byte)(random.Next(16) << 4), mask: (byte)(random.Next(2) << 7)),
        2 => Damage(Gentle()),
        _ => Frame(random.Next(8) == 0 ? Binary : Text, RoughRecord()),
    };

    /// <summary>The first record of a connection.</summary>
    public byte[] Handshake() => random.Next(8) > 0 ? Frame(Text, Utf8($$"""{"protocol":"json","version":1}{{Separator}}""")) : Frame(Text, Utf8(Pick(
    [
        Separator, "{}" + Separator, "null" + Separator, "[]" + Separator, "{\"protocol\":null,\"version\":null}" + Separator, "{\"protocol\":\"json\",\"version\":99}" + Separator,
        "{\"protocol\":\"json\",\"version\":\"1\"}" + Separator, "{\"protocol\":\"messagepack\",\"version\":1}" + Separator, "{\"protocol\":\"\\ud83d\",\"version\":1}" + Separator,
        "{\"protocol\":\"json\",\"protocol\":\"json\",\"version\":1}" + Separator, "{\"protocol\":\"json\"", new string('a', 70_000), new string('[', 5000) + Separator, Call(),
    ])));

    /// <summary>A piece of a record in a frame of its own.</summary>
    public byte[] Piece(string text) => Frame(Text, Utf8(text));

    /// <summary>A record in a frame of its own.</summary>
    public byte[] Record(string json) => Frame(Text, Utf8(json + Separator));

    private byte[] RoughFrame() => Pick<Func<byte[]>>(
    [
        () => Frame(Text, Utf8(Call()), mask: 0),
        () => Frame(Text, Utf8(Call()), first: 0),
        () => Frame(0, Utf8(Call())),
        () => [.. Frame(Text, Utf8("{"), first: 0), .. Frame(Text, Utf8(Call()))],
        () => Frame(Ping, Bytes(126)),
        () => Frame(Ping, Bytes(4), first: 0),
        () => Frame(CloseCode, Bytes(1)),
        () => Frame(CloseCode, []),
        () => Frame(CloseCode, [.. Code(Pick([0, 999, 1000, 1004, 1005, 1006, 1015, 2999, 5000, 65_535])), .. Bytes(random.Next(120))]),
        () => [0x81, Masked | 127, .. Length(ulong.MaxValue), 0, 0, 0, 0],
        () => [0x81, Masked | 127, .. Length(1UL << 40), 0, 0, 0, 0, .. Bytes(100)],
        () => [0x81, Masked | 127, .. Length(3), 0, 0, 0, 0, .. "{}\u001e"u8],
        () => [0x81, Masked | 126, 0, 3],
        () => [0x81],
        () => Bytes(random.Next(1, 400)),
    ])();

    private byte[] RoughRecord() => Pick<Func<byte[]>>(
    [
        () => Utf8(Separator),
        () => Utf8(Separator + Separator + Separator),
        () => Utf8(RaiseHand),
        () => Utf8(RaiseHand[..random.Next(RaiseHand.Length)] + Separator),
        () => Utf8(RaiseHand + RaiseHand + Separator),
        () => Utf8("\ufeff" + RaiseHand + Separator),
        () => Utf8("// {}" + Separator),
        () => Utf8(Pick(HostileValues.Values) + Separator),
        () => Utf8($$"""{"type":{{Pick(HostileValues.Values)}},"target":"RaiseHand","arguments":[]}{{Separator}}"""),
        () => Utf8($$"""{"type":{{random.Next(-1, 12)}},"invocationId":"1","target":"RaiseHand","arguments":[],"item":1,"sequenceId":{{Pick(HostileValues.Values)}}}{{Separator}}"""),
        () => Utf8($$"""{"type":1,"invocationId":{{Pick(HostileValues.Values)}},"target":"RaiseHand","arguments":[]}{{Separator}}"""),
        () => Utf8($$"""{"type":1,"invocationId":"{{Pick(HostileValues.Texts)}}","target":"{{Pick(HostileValues.Texts)}}","arguments":[]}{{Separator}}"""),
        () => Utf8($$"""{"type":1,"target":{{Pick(HostileValues.Values)}},"arguments":{{Pick(HostileValues.Values)}}}{{Separator}}"""),
        () => Utf8($$"""{"type":{{Pick([1, 4])}},"invocationId":"1","target":"RaiseHand","arguments":[],"streamIds":{{Pick(HostileValues.Values)}}}{{Separator}}"""),
        () => Utf8($$"""{"type":1,"target":"RaiseHand","arguments":[],"headers":{{Pick(HostileValues.Values)}},"{{Pick(HostileValues.Fields)}}":{{Pick(HostileValues.Values)}}}{{Separator}}"""),
        () => Utf8($$"""{"type":1,"type":6,"target":"RaiseHand","target":"LowerHand","arguments":[],"arguments":[]}{{Separator}}"""),
        () => Utf8($$"""{"type":1,"target":"RaiseHand","arguments":[{{new string('[', Pick([60, 64, 65, 5000]))}}]}{{Separator}}"""),
        () => [.. "{\"type\":1,\"target\":\""u8, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xFF, .. "\",\"arguments\":[]}\u001e"u8],
        () => Utf8($$"""{"type":1,"target":"{{new string('a', Pick([65_535, 65_536, 65_537, 200_000]))}}","arguments":[]}{{Separator}}"""),
        () => Utf8(new string('a', Pick([65_536, 65_537, 300_000]))),
        () => Bytes(random.Next(1, 3000)),
    ])();

    private string Call()
    {
        var method = Pick(Methods);
        var arguments = _generator.Write(typeof(IConferenceServer).GetMethod(method)!);
        return random.Next(2) == 0
            ? $$"""{"type":1,"invocationId":"{{random.Next()}}","target":"{{method}}","arguments":{{arguments}}}{{Separator}}"""
            : $$"""{"arguments":{{arguments}},"target":"{{method}}","type":1}{{Separator}}""";
    }

    /// <summary>A message in pieces, with something else in between.</summary>
    private byte[] Fragments(byte[] message)
    {
        var cut = random.Next(message.Length);
        return [.. Frame(Text, message[..cut], first: 0), .. Frame(Ping, Bytes(3)), .. Frame(0, [], first: 0), .. Frame(0, message[cut..])];
    }

    private byte[] Damage(byte[] bytes)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            bytes[random.Next(Math.Min(bytes.Length, 40))] ^= (byte)(1 << random.Next(8));
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private byte[] Frame(byte opcode, byte[] payload, byte first = 0x80, byte mask = Masked)
    {
        byte[] key = mask == 0 ? [] : Bytes(4);
        byte[] body = mask == 0 ? payload : [.. payload.Select((value, i) => (byte)(value ^ key[i & 3]))];
        return payload.Length switch
        {
            < 126 => [(byte)(first | opcode), (byte)(mask | payload.Length), .. key, .. body],
            <= ushort.MaxValue => [(byte)(first | opcode), (byte)(mask | 126), .. Code(payload.Length), .. key, .. body],
            _ => [(byte)(first | opcode), (byte)(mask | 127), .. Length((ulong)payload.Length), .. key, .. body],
        };
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Repeat(string text, int count) => Utf8(new StringBuilder().Insert(0, text, count).ToString());

    private static byte[] Code(int code)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)code);
        return bytes;
    }

    private static byte[] Length(ulong length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, length);
        return bytes;
    }
}
