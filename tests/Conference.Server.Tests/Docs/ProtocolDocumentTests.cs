using System.Reflection;
using System.Text.Json;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Tests.Docs;

/// <summary>The protocol leaves nothing of the contract out: not a call, not a message, not a code.</summary>
public sealed class ProtocolDocumentTests
{
    private static readonly TrackedDocument Document = new("src/Conference.Server/Hubs/PROTOCOL.md");

    [Fact]
    public void EveryCallHasItsSection() => Assert.Equal(
        NamesOf<IConferenceServer>().Order(),
        Document.Section("## What a page calls").Split('\n')
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .SelectMany(line => line[4..].Split(", "))
            .Order());

    [Fact]
    public void EveryCallIsInTheTableOfWhoMay() => AssertNames("### Who may call what", NamesOf<IConferenceServer>());

    [Fact]
    public void EveryMessageIsListed() => AssertNames("## What a page is told", NamesOf<IConferenceClient>());

    [Fact]
    public void EveryCodeIsExplained() => AssertNames(
        "## Errors", typeof(ErrorCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!));

    [Fact]
    public void EveryAnswerAtTheDoorIsExplained() => AssertNames("### The door", Values<JoinStatus>());

    [Fact]
    public void EveryEndOfASeatAndEveryDeedIsListed() =>
        AssertNames("## What a page is told", [.. Values<SeatEnd>(), .. Values<HostAct>(), .. Values<LeaveReason>()]);

    [Fact]
    public void EverySettingIsExplained() => AssertNames(
        "## What hosts decide", typeof(RoomSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => OnTheWire(property.Name)));

    private static void AssertNames(string heading, IEnumerable<string> names)
    {
        var section = Document.Section(heading);
        Assert.All(names, name => Assert.Contains($"`{name}`", section, StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesOf<T>() => typeof(T).GetMethods().Select(method => method.Name);

    private static IEnumerable<string> Values<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(OnTheWire);

    private static string OnTheWire(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
