using System.Text.Json.Nodes;

namespace Conference.TestKit;

/// <summary>What the hub answered to one call.</summary>
/// <param name="Refusal">The code with which it was refused; null when it was not.</param>
/// <param name="Result">What it returned; null for nothing.</param>
public sealed record RawAnswer(string? Refusal, JsonNode? Result)
{
    /// <summary>What became of a request to join.</summary>
    public string? Status => (string?)Result?["status"];

    /// <summary>Reads the record that completes a call.</summary>
    public static RawAnswer Read(JsonNode record) =>
        new(((string?)record["error"])?.Split("HubException: ")[^1].Split(':')[0], record["result"]);
}
