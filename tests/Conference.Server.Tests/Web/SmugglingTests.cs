using System.Text;
using Conference.Server.Tests.Fuzz;

namespace Conference.Server.Tests.Web;

/// <summary>
/// Requests whose end two servers can see in two places, which lets one of them hide another one from a proxy. Each is refused, and what comes behind it
/// is never read as a request.
/// </summary>
public sealed class SmugglingTests : ServerTest
{
    private const string Chunked = "Transfer-Encoding: chunked\r\n";
    private const string End = "0\r\n\r\n";
    private const string Hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /// <summary>What is wrong, the headers of the body, and the body.</summary>
    public static TheoryData<string, string, string> Probes => new()
    {
        { "two lengths", $"Content-Length: 2\r\nContent-Length: {2 + Hidden.Length}\r\n", "{}" },
        { "the same length twice", "Content-Length: 2\r\nContent-Length: 2\r\n", "{}" },
        { "a list of lengths", "Content-Length: 2, 2\r\n", "{}" },
        { "a negative length", "Content-Length: -2\r\n", "{}" },
        { "a length in hexadecimal", "Content-Length: 0x2\r\n", "{}" },
        { "a length that is too large", "Content-Length: 18446744073709551618\r\n", "{}" },
        { "no length", "Content-Length:\r\n", "{}" },
        { "a length behind white space", $"{Chunked}Content-Length : 2\r\n", $"2\r\n{{}}\r\n{End}" },
        { "chunks that are not last", "Transfer-Encoding: chunked, identity\r\n", $"2\r\n{{}}\r\n{End}" },
        { "chunks and something else", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", $"2\r\n{{}}\r\n{End}" },
        { "chunks of something else", "Transfer-Encoding: xchunked\r\n", $"2\r\n{{}}\r\n{End}" },
        { "chunks behind a control character", "Transfer-Encoding: \u000bchunked\r\n", $"2\r\n{{}}\r\n{End}" },
        { "chunks behind white space", "Transfer-Encoding : chunked\r\n", $"2\r\n{{}}\r\n{End}" },
        { "a header on two lines", $"X-Folded: a\r\n Content-Length: 2\r\n{Chunked}", $"2\r\n{{}}\r\n{End}" },
        { "chunks on a second line", "Transfer-Encoding:\r\n chunked\r\n", $"2\r\n{{}}\r\n{End}" },
        { "a line of the head that ends in a lone line feed", $"X-Half: a\n{Chunked}", $"2\r\n{{}}\r\n{End}" },
        { "a line of the head that ends in a lone return", $"X-Half: a\r{Chunked}", $"2\r\n{{}}\r\n{End}" },
        { "a header with nothing in it", $"X-Nothing: a\0b\r\n{Chunked}", $"2\r\n{{}}\r\n{End}" },
        { "an extension that ends in a lone line feed", Chunked, $"2;a\n{{}}\r\n{End}" },
        { "an extension with a lone line feed in it", Chunked, $"2;a\nb\r\n{{}}\r\n{End}" },
        { "an extension with a lone return in it", Chunked, $"2;a\rb\r\n{{}}\r\n{End}" },
        { "an extension of nothing that ends in a lone line feed", Chunked, $"2;\n{{}}\r\n{End}" },
        { "a last chunk whose extension ends in a lone line feed", Chunked, "2\r\n{}\r\n0;a\n\r\n" },
        { "a size that ends in a lone line feed", Chunked, $"2\n{{}}\r\n{End}" },
        { "a size with a sign", Chunked, $"+2\r\n{{}}\r\n{End}" },
        { "a negative size", Chunked, $"-2\r\n{{}}\r\n{End}" },
        { "a size with a prefix", Chunked, $"0x2\r\n{{}}\r\n{End}" },
        { "no size", Chunked, $"\r\n{{}}\r\n{End}" },
        { "a size of 32 bits and two", Chunked, $"100000002\r\n{{}}\r\n{End}" },
        { "a size of 64 bits and two", Chunked, $"10000000000000002\r\n{{}}\r\n{End}" },
        { "a size that is negative in 32 bits", Chunked, $"FFFFFFFE\r\n{{}}\r\n{End}" },
        { "a chunk that is longer than its size", Chunked, $"1\r\n{{}}\r\n{End}" },
        { "a chunk that ends in a lone line feed", Chunked, $"2\r\n{{}}\n{End}" },
        { "a chunk that ends in something else", Chunked, $"2\r\n{{}}XX{End}" },
    };

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task ARequestWithTwoEndsIsRefusedAndNothingBehindItIsARequest(string what, string headers, string body)
    {
        var answers = await SendAsync(headers, body);

        Assert.True(answers is [] or ["400"], $"{what}: {string.Join(' ', answers)}");
    }

    /// <summary>Chunks count, and as a proxy may have counted otherwise, the connection ends with the answer.</summary>
    [Theory]
    [InlineData("Content-Length: 2\r\n" + Chunked)]
    [InlineData(Chunked + "Content-Length: 2\r\n")]
    public async Task ARequestWithALengthAndChunksIsTheLastOne(string headers) =>
        Assert.Equal(["201"], await SendAsync(headers, $"2\r\n{{}}\r\n{End}"));

    /// <summary>The probes would get through: with one end, what comes behind it is the next request.</summary>
    [Theory]
    [InlineData("Content-Length: 2\r\n", "{}")]
    [InlineData(Chunked, "2;a=b\r\n{}\r\n" + End)]
    public async Task ARequestWithOneEndIsFollowedByTheNext(string headers, string body) =>
        Assert.Equal(["201", "200"], await SendAsync(headers, body, "Connection: close\r\n"));

    /// <summary>Sends it with another request behind it, and waits for the end.</summary>
    /// <returns>The statuses of all answers.</returns>
    private async Task<string[]> SendAsync(string headers, string body, string last = "")
    {
        using var socket = await RawSocket.ConnectAsync(Server.Address);
        var head = $"POST /api/rooms HTTP/1.1\r\nHost: {Server.Address.Authority}\r\nOrigin: {Ada.Origin}\r\n" +
            $"Cookie: {Ada.Cookies.GetCookieHeader(Server.Address)}\r\nContent-Type: application/json\r\n";
        await socket.SendAsync(Encoding.Latin1.GetBytes($"{head}{headers}\r\n{body}{Hidden.Insert(Hidden.Length - 2, last)}"));
        var said = await socket.ReadToEndAsync();
        return [.. said.Split("HTTP/1.1 ").Skip(1).Select(answer => answer[..3])];
    }
}
