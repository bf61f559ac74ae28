using System.Text;
using Conference.Server.Tests.Docs;
using Conference.Server.Tests.Fuzz;

namespace Conference.Server.Tests.Web;

/// <summary>Addresses that lead out of the page's folder, in every spelling: nothing is there but the page's own files.</summary>
public sealed class TraversalTests : ServerTest
{
    private static readonly string[] Ups =
    [
        "../", "..%2f", "..%2F", "%2e%2e/", "%2E%2E%2F", ".%2e/", @"..\", "..%5c", "%2e%2e%5C", "%252e%252e%252f", "..%252f", "..%255c", "%25252e%25252e%25252f", "..%c0%af",
        "%c0%ae%c0%ae/", "%e0%80%ae%e0%80%ae/", "%uff0e%uff0e/", "..%u2215", "....//", @"....\/", "..;/", "..%00/", "%00../", "..%20/", ".%0d./", "..//", "/../", "./../", "..%ef%bc%8f",
    ];

    private static readonly string[] Starts = ["/", "/dist/", "/%2f", "//", "/./", "/dist/%2e%2e/", "/index.html/", "/~/", "http://localhost/"];

    private static readonly string[] Roots =
    [
        "//etc/passwd", "/%2fetc/passwd", "/%2Fetc%2Fpasswd", "///etc/passwd", "/./etc/passwd", "/etc/passwd", "/file:///etc/passwd", "/file:%2f%2f%2fetc%2fpasswd", "file:///etc/passwd",
        "/C:/Windows/win.ini", "/C:%5cWindows%5cwin.ini", @"/C:\Windows\win.ini", "/c%3a/Windows/win.ini", @"\\localhost\c$\Windows\win.ini", "/%5c%5clocalhost%5cc$", @"/\\?\C:\Windows\win.ini",
        "/index.html%00.png", "/%00", "/index.html::$DATA", "/index.html%20", "/index.html.", "/index.html/", "/INDEX.HTML", "/.git/config", "/wwwroot/index.html", "/CON", "/%", "/%zz", "*", "..",
        "/proc/self/environ", "/%70roc/self/environ", "/appsettings.json", "/Conference.Server.dll", "/server.lock",
    ];

    private static readonly string WebRoot = new TrackedDocument("README.md").Resolve("wwwroot");

    private IEnumerable<string> Paths =>
    [
        .. Roots,
        .. from start in Starts
           from up in Ups
           from target in Targets()
           select $"{start}{string.Concat(Enumerable.Repeat(up, target.Depth))}{target.File}",
    ];

    [Theory]
    [InlineData("*/*")]
    [InlineData("text/html")]
    public async Task NothingIsThereButThePagesOwnFiles(string accept)
    {
        var own = Directory.EnumerateFiles(WebRoot, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToHashSet();
        var found = 0;
        await Parallel.ForEachAsync(Paths, async (path, _) =>
        {
            var (status, body) = await GetAsync(path, accept);
            Assert.True(status is "400" or "404" or "405" || (status == "200" && own.Contains(body)), $"{path} answered {status}: {body[..Math.Min(body.Length, 300)]}");
            Interlocked.Add(ref found, status == "200" ? 1 : 0);
        });

        // The page's own files are found in the same way: "/dist/../index.html" is one of them.
        Assert.NotEqual(0, found);
        Assert.Equal("200", (await GetAsync("/dist/../index.html", accept)).Status);
    }

    /// <summary>Files that are there, and how far up from the page's folder.</summary>
    private IEnumerable<(int Depth, string File)> Targets()
    {
        Assert.True(File.Exists(Path.Combine(WebRoot, "../README.md")) && File.Exists(Path.Combine(WebRoot, "../src/SECURITY.md")));
        return [(1, "README.md"), (1, "src/SECURITY.md"), (2, "README.md"), (1, "wwwroot/index.html"), (12, "etc/passwd"), (12, Path.Combine(Server.DataFolder, "conference.db").TrimStart('/'))];
    }

    private async Task<(string Status, string Body)> GetAsync(string path, string accept)
    {
        using var socket = await RawSocket.ConnectAsync(Server.Address);
        await socket.SendAsync(Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nConnection: close\r\n\r\n"));
        var answer = await socket.ReadToEndAsync();
        return (answer.Split(' ')[1], answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }
}
