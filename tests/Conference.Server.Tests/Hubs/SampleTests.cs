using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;

namespace Conference.Server.Tests.Hubs;

/// <summary>
/// The samples in <c>tests/protocol</c> are what this server writes; the client's tests read them. With <c>WRITE_SAMPLES=1</c> in the environment
/// the test writes them anew.
/// </summary>
public sealed class SampleTests
{
    private static readonly JsonSerializerOptions Json = new(HubWire.Json) { WriteIndented = true };

    /// <summary>Stand in no message of their own, or are not sent yet.</summary>
    private static readonly Type[] Parts = [typeof(PersonInfo), typeof(RemovedPerson), typeof(AuditEntry)];

    public static TheoryData<string> Names => new(Samples.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TrackedSampleIsWhatTheServerWrites(string name)
    {
        var written = JsonSerializer.Serialize(Samples.All[name], Json) + "\n";
        var file = Path.Combine(Folder(), $"{name}.json");
        if (Environment.GetEnvironmentVariable("WRITE_SAMPLES") == "1")
        {
            await File.WriteAllTextAsync(file, written);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SampleReadBackIsTheSame(string name)
    {
        var written = JsonSerializer.Serialize(Samples.All[name], Json);
        var read = JsonSerializer.Deserialize(written, Samples.All[name].GetType(), Json);
        Assert.Equal(written, JsonSerializer.Serialize(read, Json));
    }

    [Fact]
    public void EveryMessageHasASampleAndEverySampleItsFile()
    {
        var sampled = Samples.All.Values.Select(sample => sample.GetType()).ToHashSet();
        var hub = typeof(IConferenceServer).GetMethods().Concat(typeof(IConferenceClient).GetMethods()).SelectMany(Carried);
        var http = typeof(RoomInfo).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(RoomInfo).Namespace && type is { IsEnum: false } && !Parts.Contains(type));

        Assert.Empty(hub.Concat(http).Except(sampled));
        Assert.Equal(Samples.All.Keys.Order(), Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order());
    }

    private static IEnumerable<Type> Carried(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method.ReturnType.GetGenericArguments());

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "protocol"));
}
