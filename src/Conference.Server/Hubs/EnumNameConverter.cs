using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Server.Hubs;

/// <summary>Reads and writes enums by their exact names in camel case. The built-in converter also takes other cases and lists of names.</summary>
internal sealed class EnumNameConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Names<>).MakeGenericType(typeToConvert));

    private sealed class Names<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        private static readonly Dictionary<TEnum, JsonEncodedText> Texts =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(value.ToString())));

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            foreach (var (value, text) in Texts)
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text.EncodedUtf8Bytes))
                {
                    return value;
                }
            }

            throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(Texts[value]);
    }
}
