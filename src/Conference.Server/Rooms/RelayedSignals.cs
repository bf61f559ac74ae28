using System.Text.Json;
using System.Text.Json.Serialization;
using Conference.Core;
using Conference.Core.Signals;
using Conference.Server.Hubs.Messages;

namespace Conference.Server.Rooms;

/// <summary>Signals of rooms whose calls go through relays only. Nowhere else does the server look into a signal.</summary>
internal static class RelayedSignals
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>What of a signal may be handed over. Notes are between the pages and stay as they are.</summary>
    /// <returns>Null when nothing is left.</returns>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.SignalInvalid"/> for what no browser writes.</exception>
    public static Signal? Clean(Signal signal)
    {
        Candidate[] candidates = [.. (signal.Candidates ?? []).Select(Read<Candidate>).Select(Clean).OfType<Candidate>()];
        var cleaned = new Signal(
            signal.Description is { } description ? Write(Clean(Read<Description>(description))) : null,
            candidates.Length > 0 ? [.. candidates.Select(Write)] : null,
            signal.Note);
        return cleaned == new Signal() ? null : cleaned;
    }

    private static Description Clean(Description description) => description with { Sdp = RelayFilter.CleanDescription(description.Sdp) };

    private static Candidate? Clean(Candidate candidate) =>
        RelayFilter.CleanCandidate(candidate.Text) is { } text ? candidate with { Text = text } : null;

    private static T Read<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json) ?? throw Invalid();
        }
        catch (JsonException)
        {
            throw Invalid();
        }
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static ConferenceException Invalid() =>
        new(ErrorCodes.SignalInvalid, "In a room that is kept to relays, descriptions and candidates are those that a browser writes as JSON.");

    /// <summary><c>RTCSessionDescriptionInit</c> of the WebRTC specification.</summary>
    private sealed record Description(DescriptionType Type, string Sdp = "");

    /// <summary><c>RTCIceCandidateInit</c> of the WebRTC specification.</summary>
    private sealed record Candidate(
        [property: JsonPropertyName("candidate")] string Text, string? SdpMid = null, int? SdpMLineIndex = null, string? UsernameFragment = null);

    [JsonConverter(typeof(JsonStringEnumConverter<DescriptionType>))]
    private enum DescriptionType
    {
        [JsonStringEnumMemberName("offer")]
        Offer,

        [JsonStringEnumMemberName("pranswer")]
        Pranswer,

        [JsonStringEnumMemberName("answer")]
        Answer,

        [JsonStringEnumMemberName("rollback")]
        Rollback,
    }
}
