using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Server.Hubs;

/// <summary>How messages look as JSON, on the hub and over HTTP: strict in what is read, terse in what is written.</summary>
public static class HubJson
{
    /// <summary>Sets the options of one serializer.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new EnumNameConverter());
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 8;
    }
}
