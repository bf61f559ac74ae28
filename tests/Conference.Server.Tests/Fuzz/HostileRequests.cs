using System.Globalization;
using System.Text;
using Conference.Server.Endpoints.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Fuzz;

/// <summary>Requests over HTTP, from well-formed ones with wrong bodies to bytes that are none.</summary>
internal sealed class HostileRequests(Random random, SceneTexts texts, ConferenceVisitor visitor)
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "DELETE", "PUT", "OPTIONS", "HEAD", "get", "BREW"];
    private static readonly Type[] Bodies = [.. typeof(CreateRoomRequest).Assembly.GetTypes().Where(type =>
        type.Namespace == typeof(CreateRoomRequest).Namespace && type.Name.EndsWith("Request", StringComparison.Ordinal))];

    private static readonly string[] Paths =
    [
        "/api/rooms", "/api/rooms/{}", "/api/rooms/{}/settings", "/api/rooms/{}/removed/{}", "/api/rooms/{}/audit", "/api/rooms/{}/link", "/api/rooms/{}/host-link", "/api/rooms/{}/host-link/use",
        "/api/rooms/{}/history", "/api/rooms/{}/messages?before={}&after={}&limit={}", "/api/rooms/{}/messages?around={}&person={}", "/api/rooms/{}/messages?from={}",
        "/api/rooms/{}/messages/days?year={}&month={}&timeZone={}", "/api/rooms/{}/search?text={}&person={}", "/api/rooms/{}/qr.svg", "/api/rooms/{}/invite.ics", "/api/{}", "/api",
        "/hub/negotiate?negotiateVersion={}", "/hub/negotiate", "/hub?id={}", "/hub?id={}&_={}", "/hub", "/hub/{}", "/r/{}", "/r/{}?name={}", "/health/ready", "/openapi/{}.json", "/{}", "*",
    ];

    private readonly RequestGenerator _generator = new(random, texts);

    public string Next()
    {
        var request = random.Next(3) == 0 ? Write(Pick(Methods), Pick(Paths), Pick(Heads)) : Write(Pick(Methods[..4]), Pick(Paths), Heads[0]);
        return random.Next(12) == 0 ? Damage(request) : request;
    }

    private static string[] Heads { get; } =
    [
        "", "Transfer-Encoding: chunked\r\n", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 200000\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n",
        "Content-Type: text/plain\r\n", "Content-Type: application/json; charset=utf-7\r\n", "Content-Type: ;;;\r\n", "Content-Encoding: br\r\n", "Expect: 100-continue\r\n", "Upgrade: websocket\r\n",
        "Upgrade: h2c\r\n", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n", "Cookie: conference-visitor=CfDJ8\r\n", "Cookie: ;;==;\r\n",
        "X-Forwarded-For: \u00e9, ::::, 1.2.3.4:99999\r\n", "X-Forwarded-Host: a b\r\nX-Forwarded-Proto: javascript\r\n", "Origin: null\r\n", "Accept: \"\r\n", "Accept-Encoding: gzip;q=abc\r\n",
        "Range: bytes=9-1\r\n", "If-None-Match: \"\r\n", "If-Modified-Since: yesterday\r\n", $"X-Long: {new string('a', 20_000)}\r\n", "Bad Header: 1\r\n", " : \r\n", "a\u0000b: c\r\n",
    ];

    private string Write(string method, string path, string head)
    {
        var origin = new Uri(visitor.Origin);
        var body = method is "GET" or "HEAD" ? "" : random.Next(6) == 0 ? Pick(HostileValues.Values) : _generator.WriteBody(Pick(Bodies));
        var length = head.Contains("Content-Length", StringComparison.Ordinal) || head.Contains("chunked", StringComparison.Ordinal)
            ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        var type = head.Contains("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/json\r\n";
        var cookie = head.Contains("Cookie", StringComparison.Ordinal) ? "" : $"Cookie: {visitor.Cookies.GetCookieHeader(origin)}\r\n";
        var from = head.Contains("Origin", StringComparison.Ordinal) ? "" : $"Origin: {visitor.Origin}\r\n";
        return $"{method} {Fill(path)} HTTP/1.1\r\nHost: {origin.Authority}\r\n{from}{cookie}{type}{length}Connection: close\r\n{head}\r\n{body}";
    }

    private string Fill(string path)
    {
        var parts = path.Split("{}");
        return string.Concat(parts.Select((part, i) => i == 0 ? part : Value() + part));
    }

    private string Value() => random.Next(4) switch
    {
        0 => texts.PickAny(random),
        1 => Uri.EscapeDataString(Pick(HostileValues.Values)),
        2 => Pick(["%00", "%", "%zz", "%c3%28", "%ed%a0%80", "..%2f..", "%2e%2e/", "//", "?", "#", "a%20b", "%0d%0aX: y", "-1", "0", "2026", "13", "Europe/Berlin", "1", "CON"]),
        _ => Uri.EscapeDataString(Pick(HostileValues.Texts)),
    };

    private string Damage(string request)
    {
        var text = new StringBuilder(request);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text[random.Next(text.Length)] = (char)random.Next(128);
        }

        return random.Next(3) == 0 ? text.ToString(0, random.Next(text.Length)) : text.ToString();
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
