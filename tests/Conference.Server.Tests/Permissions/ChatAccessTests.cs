using System.Reflection;
using System.Runtime.CompilerServices;
using Conference.Core.Chat;
using Conference.Data;

namespace Conference.Server.Tests.Access;

/// <summary>There is one way to what is stored, and on it every question about a chat says which room's.</summary>
public sealed class ChatAccessTests
{
    private static readonly Assembly Data = typeof(DataServiceExtensions).Assembly;

    [Fact]
    public void OnlyThePartThatStoresSeesTheDatabase()
    {
        var contexts = Data.GetTypes().Where(type => type.Name.EndsWith("DbContext", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(contexts);
        Assert.DoesNotContain(contexts, context => context.IsVisible);
        Assert.Equal(["Conference.Data.Tests"], Data.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName));
        Assert.DoesNotContain(typeof(Program).Assembly.GetReferencedAssemblies(), part =>
            part.Name!.Contains("EntityFramework", StringComparison.Ordinal) || part.Name.Contains("Sqlite", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryQuestionAboutAChatNamesTheRoom() => Assert.All(typeof(IChatHistory).GetMethods(), method =>
    {
        var first = method.GetParameters()[0];
        Assert.Equal(("roomId", typeof(long)), (first.Name, first.ParameterType));
    });

    [Fact]
    public void NothingElseAnswersWithAChat()
    {
        Type[] answers = [typeof(ChatEntry), typeof(ChatPage), typeof(ChatSearch), typeof(ChatSummary)];
        var others = from type in typeof(IChatHistory).Assembly.GetExportedTypes().Concat(Data.GetExportedTypes())
                     where type.IsInterface && type != typeof(IChatHistory)
                     from method in type.GetMethods()
                     where Parts(method.ReturnType).Intersect(answers).Any()
                     select $"{type.Name}.{method.Name}";
        Assert.Equal([], others);
    }

    /// <summary>The type and all types that it is made with.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);
}
