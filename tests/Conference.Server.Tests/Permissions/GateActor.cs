using System.Globalization;
using System.Text.Json.Nodes;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Access;

/// <summary>The one who is tried: a browser and a page of it.</summary>
/// <param name="Http">Calls of the page.</param>
/// <param name="Wire">The page's connection; null where none is to be had.</param>
/// <param name="Token">The resume token it comes with.</param>
internal sealed record GateActor(HttpClient Http, RawConnection? Wire = null, string? Token = null)
{
    public const string Name = "Max";

    /// <summary>The answer to who has no cookie.</summary>
    public const string TurnedAway = "401";

    /// <summary>The seat that it has, or had.</summary>
    public JsonNode Seat { get; init; } = new JsonObject();

    public string Id => (string)Seat["participantId"]!;

    public string SeatToken => (string)Seat["resumeToken"]!;

    public JoinRoomRequest JoinRequest(string code) => new(code, Name, "page9", Hubs.Guest.Open, ResumeToken: Token);

    /// <summary>Tries to open a connection.</summary>
    public async Task<string> TryConnectAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/hub/negotiate?negotiateVersion=1", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Origin", Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
    }
}
