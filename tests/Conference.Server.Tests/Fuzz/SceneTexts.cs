namespace Conference.Server.Tests.Fuzz;

/// <summary>Texts that mean something in one room, and those of a room that is none of the caller's business.</summary>
internal sealed class SceneTexts
{
    private static readonly string[] Foreigners = ["to", "guest", "code", "resumeToken"];
    private readonly Dictionary<string, List<string>> _byField = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = ["Ada", "Zoë", "O'Neil"],
        ["instanceId"] = ["page1"],
        ["toInstance"] = ["page1"],
        ["text"] = ["Hello", "Two\\nlines"],
        ["description"] = ["{\\\"type\\\":\\\"offer\\\"}"],
        ["candidates"] = ["{}"],
        ["password"] = ["sesame"],
    };

    private readonly List<string> _any = [];

    /// <summary>A scene in which every text is this one.</summary>
    public static SceneTexts Of(string text)
    {
        var texts = new SceneTexts();
        texts._byField.Clear();
        texts._any.Add(text);
        return texts;
    }

    public void Add(string field, string text)
    {
        if (!_byField.TryGetValue(field, out var texts))
        {
            _byField[field] = texts = [];
        }

        texts.Add(text);
        _any.Add(text);
    }

    /// <summary>Takes in what another room's texts are: ids that exist, and that nobody here may use.</summary>
    public void AddForeign(SceneTexts other) => _any.AddRange(Foreigners.SelectMany(field => other._byField.GetValueOrDefault(field, [])));

    /// <summary>A text that a field of this name may well have.</summary>
    public string Pick(string field, Random random) => field.Equals("id", StringComparison.OrdinalIgnoreCase)
        ? NewMessageId(random)
        : _byField.TryGetValue(field, out var texts) ? texts[random.Next(texts.Count)] : PickAny(random);

    /// <summary>A text that means something, here or there.</summary>
    public string PickAny(Random random) => _any[random.Next(_any.Count)];

    private static string NewMessageId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
