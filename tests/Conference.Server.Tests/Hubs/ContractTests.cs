using System.Text;
using System.Text.Json;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using CsCheck;

namespace Conference.Server.Tests.Hubs;

/// <summary>What holds for the wire as a whole.</summary>
public sealed class ContractTests
{
    private const byte RecordSeparator = 0x1E;
    private static readonly string[] NamesOfOneself = ["From", "Sender", "SenderId", "ParticipantId", "PersonId", "VisitorId", "ConnectionId", "IsHost"];

    [Fact]
    public void NoRequestHasAFieldThatSaysWhoOneIs()
    {
        var requests = typeof(IConferenceServer).GetMethods().SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType);
        Assert.DoesNotContain(requests.SelectMany(type => type.GetProperties()), property => NamesOfOneself.Contains(property.Name));
    }

    [Fact]
    public void MethodsOfTheHubAreThoseOfTheContract() => Assert.Equal(
        typeof(IConferenceServer).GetMethods().Select(method => method.Name).Order(),
        typeof(ConferenceHub).GetMethods().Where(method => method.DeclaringType == typeof(ConferenceHub) && method.Name is not (nameof(ConferenceHub.OnConnectedAsync) or nameof(ConferenceHub.OnDisconnectedAsync)))
            .Select(method => method.Name).Order());

    [Fact]
    public void AnyTextArrivesAsItWasAndNeverEndsItsRecord() => Gen.String.Where(text => !HasLoneSurrogate(text)).Sample(text =>
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new SendMessageRequest("id", text), HubWire.Json);
        Assert.DoesNotContain(RecordSeparator, bytes);
        Assert.Equal(text, JsonSerializer.Deserialize<SendMessageRequest>(bytes, HubWire.Json)!.Text);
        using var asOthersReadIt = JsonDocument.Parse(bytes);
        Assert.Equal(text, asOthersReadIt.RootElement.GetProperty("text").GetString());
    });

    [Theory]
    [InlineData("\u2028\u2029")]
    [InlineData("\0\u001e\u007f")]
    [InlineData("</script><!--")]
    [InlineData("\ud83d\ude00\ufeff\uffff")]
    [InlineData("\"\\\b\f\n\r\t")]
    public void TextsThatTrapParsersArriveToo(string text)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new SendMessageRequest("id", text), HubWire.Json);
        Assert.DoesNotContain(RecordSeparator, bytes);
        Assert.Equal(text, JsonSerializer.Deserialize<SendMessageRequest>(bytes, HubWire.Json)!.Text);
    }

    private static bool HasLoneSurrogate(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) != text;
}
