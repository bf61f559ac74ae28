using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Conference.Core;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Fuzz;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Conference.Server.Tests.Hubs;

/// <summary>The server writes JSON with one program, pages read it with another one: both mean the same.</summary>
public sealed class ScriptReadingTests(HubServer server) : HubScene(server)
{
    private const int Texts = 100_000;
    private const int Sample = 1000;
    private const int LongestText = 60;

    // Reads records as the client does, and answers with a hash over what it found in each.
    private const string Script = """
        const { createHash } = require('node:crypto');
        const records = require('node:fs').readFileSync(0, 'utf8').split('\x1e');
        if (records.pop() !== '') throw new Error('The last record has no end.');
        const hash = (text) => createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex');
        console.log(records.map((record) => hash(JSON.parse(record).arguments[0].messages[0].text)).join('\n'));
        """;

    private static readonly string[] Traps =
    [
        "\0", "\u001e", "\u001f", "\u0007", "\u007f", "\u0085", "\u009f", "\u00a0", "\u00ad", "\u200b", "\u200f", "\u2028", "\u2029", "\u202e", "\u2066", "\u3000", "\ufeff", "\ufffd", "\ufffe", "\uffff",
        "\ud83d\ude00", "\ud834\udd1e", "\ud800\udc00", "\udbff\udfff", "\"", "\\", "\\\"", "\\u0041", "\\u001e", "\\ud83d", "/", "\b\f\n\r\t", "</script>", "<!--", "&amp;", "'", "`${1}`", "%00", "e\u0301",
        "__proto__", "\"}]}", "{\"type\":7}",
    ];

    [Fact]
    public async Task ScriptsReadWhatTheServerWrote()
    {
        var random = new Random(FuzzPlan.Seed);
        var texts = Enumerable.Range(0, Texts).Select(_ => Write(random)).ToList();
        Assert.InRange(texts.Take(Sample).Count(IsSaid), Sample / 10, Sample);

        var read = await ReadAsync(Serialize(texts));

        Assert.Equal(texts.Count, read.Length);
        var wrong = texts.Zip(read).FirstOrDefault(one => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(one.First))) != one.Second).First;
        Assert.True(wrong is null, $"Read as something else: {string.Join(' ', (wrong ?? "").Select(letter => $"{(int)letter:x4}"))}");
    }

    private static string Write(Random random)
    {
        var text = new StringBuilder();
        var isPlain = random.Next(2) == 0;
        for (var i = random.Next(1, LongestText); i > 0; i--)
        {
            text.Append(random.Next(isPlain ? 3 : 6) switch
            {
                0 => (char)random.Next(' ', '\u007f'),
                1 => AnyRune(random, 0xa0, 0x2000),
                2 => AnyRune(random, 0x10000, 0x110000),
                3 => AnyRune(random, 0, 0x10000),
                4 => (char)random.Next(' '),
                _ => Traps[random.Next(Traps.Length)],
            });
        }

        return text.ToString();
    }

    private static object AnyRune(Random random, int from, int to) => Rune.TryCreate(random.Next(from, to), out var rune) ? rune : Traps[0];

    /// <summary>Whether it could be a chat text.</summary>
    private static bool IsSaid(string text)
    {
        try
        {
            return TextRules.CleanText(text).Length > 0;
        }
        catch (ConferenceException)
        {
            return false;
        }
    }

    private byte[] Serialize(List<string> texts)
    {
        var protocol = Server.Get<IHubProtocol>();
        var output = new ArrayBufferWriter<byte>();
        foreach (var text in texts)
        {
            var message = new ChatMessage(1, ChatMessageKind.Text, Clock.GetUtcNow(), "ada", text, "id", text);
            protocol.WriteMessage(new InvocationMessage(nameof(IConferenceClient.MessagesAdded), [new MessagesAddedEvent([message])]), output);
        }

        return output.WrittenSpan.ToArray();
    }

    private static async Task<string[]> ReadAsync(byte[] records)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.BaseStream.WriteAsync(records);
        node.StandardInput.Close();
        return (await node.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
